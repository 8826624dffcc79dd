const KiB = 1024
const MiB = 1024 * KiB
const GiB = 1024 * MiB

/** What a table file may hold before it is refused (security facts S25, S26, S27). Bytes unless said otherwise. */
export const LIMITS = {
  /** Any table file as it lies on the disk. */
  file: 2 * GiB,
  /** Excel 97–2003 files are read whole into memory. */
  xlsFile: 64 * MiB,
  zipEntries: 20_000,
  zipTotal: 2 * GiB,
  zipEntry: 200 * MiB,
  /**
   * A sheet within the row limit can be larger than other entries: 100 000 rows of 37 columns measured 121 MiB,
   * 200 000 such rows 243 MiB. It is streamed, so its size costs time and not memory.
   */
  zipSheet: 1 * GiB,
  /** Sheets measured 5 to 12, those of nothing but coloured cells included. */
  zipRatio: 100,
  /** Entries below this size may be packed as tightly as they like. */
  zipRatioFrom: 1 * MiB,
  /** Parts read whole: the list of sheets, relations, styles. */
  xmlPart: 32 * MiB,
  /** One tag or one run of text; more than the longest cell with every character escaped. */
  xmlToken: 1 * MiB,
  /** Rows with content in one sheet. */
  rows: 200_000,
  /** Position of the last column with content. Columns that are only coloured do not count. */
  columns: 200,
  /** Characters in a cell, the limit of Excel itself. */
  cellChars: 32_767,
  textLine: 1 * MiB,
  textField: 64 * KiB,
} as const

/** One piece to be printed: a document without script, whose pictures are in it. */
export interface PressSheet {
  /** What stands between `<body>` and `</body>`, every text of it escaped. */
  readonly body: string
  readonly css: string
  readonly title: string
  /** At the head and foot of every page, as the print engine has them; null for sheets that use all of the paper. */
  readonly running: { readonly header: string; readonly footer: string } | null
}

/** Prints a piece: the PDF's bytes. Only where there is an Electron to print with. */
export type Press = (sheet: PressSheet) => Promise<Uint8Array>

import { z } from 'zod'
import { FIELD_IDS, type FieldId } from '../catalogue/fields.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { chosenFile } from '../shell/contract.ts'
import { UNITS } from './units.ts'

const fieldId = z.enum(FIELD_IDS as [FieldId, ...FieldId[]])

/** Where a column goes: a field; `extra` keeps it beside the record under its own heading; `skip` leaves it out. */
export const target = z.union([fieldId, z.literal('extra'), z.literal('skip')])
export type Target = z.output<typeof target>

/** Column index (0 = A) as text → where it goes. */
export const mapping = z.record(z.string().regex(/^\d{1,4}$/), target)

export const sheetPlan = z.strictObject({
  name: z.string().max(400),
  /** Rows of the header as counted in the file, from 1; empty when the sheet has none. */
  headerRows: z.array(z.int().min(1)).max(5),
  mapping,
  /** Column index as text → unit of its bare numbers, where the user says what the heading does not. */
  units: z.record(z.string().regex(/^\d{1,4}$/), z.enum(UNITS)).optional(),
})
export type SheetPlan = z.output<typeof sheetPlan>

/** The answer of the `imports.inspect` job: sheets, header rows and columns as recognised. */
export const inspection = z.object({
  file: z.string(),
  kind: z.string(),
  encoding: z.string().nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      title: z.string().nullable(),
      headerRows: z.array(z.int()),
      /** The first rows as they stand, for looking: row number and cell texts. */
      preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
      headings: z.array(
        z.object({
          column: z.int(),
          text: z.string(),
          target,
          /** Why: this museum chose it before, an alias of the field, or nothing fitted. */
          because: z.enum(['remembered', 'alias', 'content', 'none']),
          samples: z.array(z.string()),
        })
      ),
      /** True where this looks like a list of objects. */
      chosen: z.boolean(),
    })
  ),
})
export type Inspection = z.output<typeof inspection>

export const VERDICTS = ['new', 'change', 'same', 'refused'] as const

const note = z.object({
  code: z.string(),
  field: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** One row of the museum's file as understood. */
export const importLine = z.object({
  sheet: z.string(),
  row: z.int(),
  verdict: z.enum(VERDICTS),
  number: z.string().nullable(),
  name: z.string().nullable(),
  objectId: z.string().nullable(),
  /** Warnings, or the reasons of a refusal. */
  notes: z.array(note),
  /** What would change in (or be entered into) the record: field, what stood in the cell, before, after. */
  changes: z.array(
    z.object({
      field: z.string(),
      literal: z.string().nullable(),
      before: z.union([z.string(), z.number()]).nullable(),
      after: z.union([z.string(), z.number()]).nullable(),
    })
  ),
})
export type ImportLine = z.output<typeof importLine>

/** How one column was understood: how many cells are empty, clear, or kept with a warning, and which warnings. */
const understanding = z.object({
  column: z.int(),
  heading: z.string(),
  target,
  filled: z.int(),
  understood: z.int(),
  asked: z.int(),
  warnings: z.record(z.string(), z.int()),
  examples: z.array(z.object({ row: z.int(), text: z.string(), code: z.string() })),
})

/** The answer of `imports.rehearse` and `imports.commit`; `imported` is what was (or would be) new or changed. */
export const importResult = z.object({
  batch: z.string(),
  dryRun: z.boolean(),
  file: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      headerRow: z.int().nullable(),
      mapping: z.record(z.string(), z.string()),
      columns: z.array(understanding),
    })
  ),
  rows: z.int(),
  imported: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  refusals: z.array(z.object({ sheet: z.string(), row: z.int(), code: z.string() })),
  warnings: z.record(z.string(), z.int()),
  /** Rows left out on purpose: totals, signatures, notes, repeated heads. */
  leftOut: z.array(z.object({ sheet: z.string(), row: z.int(), kind: z.string() })),
  ms: z.number(),
})
export type ImportResult = z.output<typeof importResult>

/** The answer of `imports.undo`: records touched since are left, whole or in the fields named. */
export const undoResult = z.object({
  batch: z.string(),
  undone: z.int(),
  skipped: z.array(
    z.object({
      id: z.string(),
      of: z.enum(['object', 'party']),
      number: z.string().nullable(),
      name: z.string().nullable(),
      /** Fields left as someone has changed them since; empty for a record that was brought in and is kept whole. */
      fields: z.array(z.string()),
    })
  ),
})
export type UndoResult = z.output<typeof undoResult>

export const batch = z.object({
  id: z.string(),
  kind: z.enum(['import', 'bulk', 'sample', 'people']),
  name: z.string(),
  status: z.enum(['rehearsed', 'committed', 'undone']),
  file: z.string().nullable(),
  person: z.string(),
  createdAt: z.string(),
  undoneAt: z.string().nullable(),
  counts: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }),
})

const started = z.object({ job: z.string() })

export const imports = {
  /** Looks into a file chosen by the user (a token): starts the job whose answer is an `inspection`. */
  inspect: command(CATALOGUERS, z.strictObject({ file: z.string().max(200) }), started),
  /** Keeps a table from the clipboard (tabs between cells) as a file, which then goes the way of any. */
  paste: command(
    CATALOGUERS,
    z.strictObject({ text: z.string().min(1).max(2_000_000), name: z.string().trim().min(1).max(100) }),
    chosenFile
  ),
  /** Reads everything, writes nothing into the catalogue: the job's answer is an `importResult`. */
  rehearse: command(
    CATALOGUERS,
    z.strictObject({ file: z.string().max(200), sheets: z.array(sheetPlan).min(1).max(50) }),
    started
  ),
  /**
   * Recognises, reads and enters a file in one go, for the command line and batch work: the job's answer is an
   * `importResult`. `sheet` takes one sheet instead of all that look like lists of objects; `mapping` says where
   * headings, column letters or column indexes go, before what is recognised; `dryRun` rehearses and forgets.
   */
  bring: command(
    CATALOGUERS,
    z.strictObject({
      file: z.string().max(200),
      name: z.string().trim().min(1).max(200).optional(),
      sheet: z.string().max(400).optional(),
      mapping: z.record(z.string().max(400), z.string().max(100)).optional(),
      dryRun: z.boolean().default(false),
    }),
    started
  ),
  lines: query(
    EVERYONE,
    z.strictObject({
      batch: z.string().max(80),
      verdict: z.enum(VERDICTS).optional(),
      code: z.string().max(80).optional(),
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ lines: z.array(importLine.extend({ position: z.int() })), total: z.int() })
  ),
  /** Enters a rehearsed batch under a name: the job's answer is an `importResult`. */
  commit: command(
    CATALOGUERS,
    z.strictObject({ batch: z.string().max(80), name: z.string().trim().min(1).max(200) }),
    started
  ),
  /** Forgets a rehearsal. */
  forget: command(CATALOGUERS, z.strictObject({ batch: z.string().max(80) }), z.object({})),
  batches: query(EVERYONE, z.strictObject({}), z.object({ batches: z.array(batch) })),
  /** What undoing would do, before it is done. */
  undoPreview: query(EVERYONE, z.strictObject({ batch: z.string().max(80) }), undoResult),
  /** Takes a batch back whole: the job's answer is an `undoResult`. */
  undo: command(CATALOGUERS, z.strictObject({ batch: z.string().max(80) }), started),
  /** Refused rows as an .xlsx with the reason in a column, into a file chosen by the user (a save token). */
  saveRefusals: command(
    CATALOGUERS,
    z.strictObject({
      batch: z.string().max(80),
      file: z.string().max(200),
      language: z.enum(['zh-CN', 'en']),
    }),
    z.object({ rows: z.int(), file: z.string() })
  ),
} as const

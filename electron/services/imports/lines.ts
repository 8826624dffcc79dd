import type { Insertable } from 'kysely'
import type { ImportLine } from '../../../shared/imports/contract.ts'
import type { ImportLineTable } from '../../store/schema.ts'
import { isOwnId } from '../../../shared/fields/record.ts'
import type { LineRow } from '../../store/imports.ts'
import { laidAt } from './packed.ts'
import type { Line } from './pass.ts'

type Change = ImportLine['changes'][number]

/** A line as it is kept in the museum. */
export function lineRow(
  museumId: string,
  batchId: string,
  position: number,
  line: Line
): Insertable<ImportLineTable> {
  const { sheet, row, verdict, number, name, objectId, notes } = line
  const changes = verdict === 'new' ? entered(line) : line.changes
  return {
    museum_id: museumId,
    batch_id: batchId,
    position,
    sheet,
    row,
    verdict,
    number,
    name,
    object_id: objectId,
    notes: JSON.stringify(notes),
    changes: JSON.stringify(changes),
  }
}

/** Of a new object: the cells that were not taken as they stand. The others say nothing that the file does not show. */
function entered({ read, asNew }: Line): Change[] {
  return Object.entries(read.literals).map(([field, literal]) => ({
    field,
    literal,
    before: null,
    after: isOwnId(field) ? (read.own[field] ?? null) : asNew ? laidAt(asNew.fields, field) : null,
  }))
}

export function readLine(row: LineRow): ImportLine & { position: number } {
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row,
    verdict: row.verdict as ImportLine['verdict'],
    number: row.number,
    name: row.name,
    objectId: row.object_id,
    notes: JSON.parse(row.notes) as ImportLine['notes'],
    changes: JSON.parse(row.changes) as ImportLine['changes'],
  }
}

/** Whether a line has something to say to the user beyond that it is there. */
export const isTelling = ({ verdict, notes }: Line): boolean =>
  verdict === 'refused' || verdict === 'change' || notes.length > 0

/**
 * Whether a line is worth keeping with what was entered: what the rules say of a record is shown beside the record and
 * changes with it, but what was not understood of a cell is known only here.
 */
export const isLasting = ({ verdict, read }: Line): boolean =>
  verdict === 'refused' || verdict === 'change' || read.remarks.length > 0

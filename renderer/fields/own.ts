import { useMemo } from 'react'
import { fieldOf, type Field } from '../../shared/catalogue/fields.ts'
import { isFieldKey, type FieldKey } from '../../shared/catalogue/record.ts'
import { inUse, isOwnId, type OwnField } from '../../shared/fields/record.ts'
import { museum, watch } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { nameOwnFields } from '../kit/words.ts'

/** The fields that the open museum has added, those put aside among them. */
export const ownFields = shared<readonly OwnField[]>([])

/** Any field of a record: of the national table, or one that the museum has added. */
export type AnyField = Field | OwnField

/** The field of that key; undefined for one that the museum no longer has. */
export function anyField(key: FieldKey): AnyField | undefined {
  return isOwnId(key) ? ownFields.get().find(({ id }) => id === key) : fieldOf(key)
}

export const isOwn = (field: AnyField): field is OwnField => isOwnId(field.id)

/** Those in use, for a component; the same list until a definition changes, for whole columns hang on it. */
export function useOwnFields(): readonly OwnField[] {
  const all = ownFields.use()
  return useMemo(() => inUse(all), [all])
}

/** Of the keys of some values, those that are fields now. */
export const fieldsAmong = (keys: readonly string[]): FieldKey[] =>
  keys.filter(isFieldKey).filter((key) => anyField(key) !== undefined)

async function read(): Promise<void> {
  const { fields } = await museum.fields.list({})
  if (JSON.stringify(fields) === JSON.stringify(ownFields.get())) return
  nameOwnFields(fields)
  ownFields.set(fields)
}

/** Reads the fields of the museum that has been opened, and again whenever they change; the answer forgets them. */
export function keepOwnFields(): () => void {
  read().catch(failed)
  const stop = watch((event) => {
    if (event.kind === 'changed' && event.rooms.includes('fields')) read().catch(failed)
  })
  return () => {
    stop()
    ownFields.set([])
  }
}

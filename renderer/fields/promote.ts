import { headingKey } from '../../shared/imports/headings.ts'
import type { OwnField } from '../../shared/fields/record.ts'
import { museum } from '../bridge/museum.ts'
import { openPromotion } from '../changes/changing.ts'
import { goTo } from '../frame/place.ts'
import { failed } from '../frame/status.ts'
import { defineFrom } from './editing.ts'
import { ownFields } from './own.ts'

/**
 * A column kept beside the records becomes a field: the one that is called so, or a new one defined first; then it is
 * rehearsed like any bulk change, over all records that have the column.
 */
export function promoteHeading(heading: string, samples: readonly string[]): void {
  const begin = (field: OwnField): void => void open(heading, field).catch(failed)
  const named = ownFields.get().find(({ name }) => headingKey(name) === headingKey(heading))
  if (named) begin(named)
  else defineFrom(heading, samples, begin)
}

async function open(heading: string, { id }: OwnField): Promise<void> {
  const { headings } = await museum.fields.headings({})
  const objects = headings.find((one) => one.heading === heading)?.objects ?? 0
  // bulk changes are rehearsed beside the list that they change
  await goTo('catalogue')
  openPromotion({ heading, field: id }, objects)
}

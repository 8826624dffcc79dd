import type { FieldId } from '../../shared/catalogue/fields.ts'
import { findByValue } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'

/** To the catalogue, narrowed to the objects that have a value. */
export async function seeHolders(field: FieldId, value: string): Promise<void> {
  await goTo('catalogue')
  findByValue(field, value)
}

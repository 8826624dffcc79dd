import type { Find } from '../../shared/catalogue/record.ts'
import { chooseYears, closeRecord } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'

/** To the catalogue, what it finds narrowed to those years. */
export async function openYears(
  from: number | null,
  to: number | null,
  how: NonNullable<Find['years']>['how']
): Promise<void> {
  await goTo('catalogue')
  closeRecord()
  chooseYears({ from, to, how })
}

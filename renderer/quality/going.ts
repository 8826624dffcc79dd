import { findByRule, openRecord } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { leaveView } from '../views/now.ts'

/** To the catalogue, narrowed to what a rule finds fault with. */
export async function seeObjects(rule: string, grade?: string | null): Promise<void> {
  await goTo('catalogue')
  leaveView()
  findByRule(rule, grade)
}

/** To the catalogue with one object open, among all that the rule finds fault with. */
export async function seeObject(rule: string, id: string): Promise<void> {
  await seeObjects(rule)
  openRecord(id)
}

import { acquisitionBand } from '../../kernel/bands.ts'
import { fail, numberOf, textOf, type Rule } from './finding.ts'

/** V09: days and years of coming in agree with each other, with the band, and with today. */
export const acquisition: Rule = (values, { today }, found) => {
  const day = textOf(values, 'acquiredOn')
  const year = numberOf(values, 'acquisitionYear')
  const registered = textOf(values, 'registeredOn')
  if (day !== null && day > today) fail(found, 'acquiredOn', 'V09.future', { day })
  if (year !== null && year > Number(today.slice(0, 4)))
    fail(found, 'acquisitionYear', 'V09.future', { day: year })
  if (registered !== null && registered > today)
    fail(found, 'registeredOn', 'V09.future', { day: registered })
  if (day !== null && year !== null && Number(day.slice(0, 4)) !== year) {
    fail(found, 'acquisitionYear', 'V09.year', { year, day })
  }
  if (registered !== null && day !== null && registered < day)
    fail(found, 'registeredOn', 'V09.order', { registered, day })
  const when = day ?? year
  const band = textOf(values, 'acquisitionBand')
  // null: a bare 1949 lies on either side of 1 October
  const right = when === null ? null : acquisitionBand(when)
  if (when !== null && band !== null && right !== null && right !== band) {
    fail(found, 'acquisitionBand', 'V09.band', { band, day: when })
  }
}

/** V11: nothing comes in before it was made. An era that is still open is judged by its first year. */
export const madeBefore: Rule = (values, { eraStart = null, eraEnd = null }, found) => {
  const made = eraEnd ?? eraStart
  const day = textOf(values, 'acquiredOn')
  const year = day === null ? numberOf(values, 'acquisitionYear') : Number(day.slice(0, 4))
  if (made !== null && year !== null && made > year) fail(found, 'era', 'V11', { made, year })
}

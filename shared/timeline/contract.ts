import { z } from 'zod'
import { find } from '../catalogue/record.ts'
import { query } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'
import { AXIS_NAMES } from './axis.ts'

const span = z.object({ from: z.int().nullable(), to: z.int().nullable() })

/** A colour of the bars: a value (null: not recorded), or all values that have none of their own. */
const colour = z.object({ value: z.string().nullable(), isRest: z.boolean() })

export const timeline = {
  /**
   * What is found, by time: bars whose shares by colour add up to the dated objects (shared/timeline/spread.ts), the
   * dynasties with what lies wholly within each, and how many have no years. The find's own years are not heeded.
   */
  draw: query(
    EVERYONE,
    z.strictObject({ find, axis: z.enum(AXIS_NAMES), by: z.enum(['grade', 'category']) }),
    z.object({
      total: z.int(),
      unknown: z.int(),
      colours: z.array(colour),
      bars: z.array(span.extend({ shares: z.array(z.number()), within: z.int(), touching: z.int() })),
      dynasties: z.array(
        span.extend({ code: z.string(), label: z.string(), lane: z.int().min(0), within: z.int() })
      ),
    })
  ),
} as const
export type Drawn = z.output<typeof timeline.draw.output>

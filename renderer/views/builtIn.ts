import { z } from 'zod'
import built from '../../resources/views/built-in.json'
import { viewDefinition, type ViewDefinition } from '../../shared/views/record.ts'
import type { Opening } from './now.ts'

const shape = z.array(
  z.strictObject({
    id: z.enum(['all', 'precious', 'ungraded', 'thisYear', 'pictureless', 'warned']),
    definition: viewDefinition,
  })
)

/** The views that the program brings along; their names are words of the program, not of the museum. */
export const BUILT_IN: readonly { readonly id: BuiltInId; readonly definition: ViewDefinition }[] =
  shape.parse(built)
export type BuiltInId = z.output<typeof shape>[number]['id']

export const builtInOf = (id: string): Opening | null => {
  const one = BUILT_IN.find((view) => view.id === id)
  return one ? { ...one, name: null, revision: null } : null
}

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import { asking } from './asking.ts'
import { museum } from './museum.ts'

/**
 * Something small the museum's file remembers for the window: column layout, folded facets, pane width. What no longer
 * fits the schema is taken as never kept. The answer is null until it is known.
 */
export function useSetting<S extends z.ZodType>(
  key: string,
  schema: S,
  otherwise: z.output<S>
): readonly [value: z.output<S> | null, keep: (value: z.output<S>) => void] {
  const { data } = useQuery({
    queryKey: ['setting', key],
    queryFn: async () => {
      const { value } = await museum.workspace.setting({ key })
      const parsed = schema.safeParse(value)
      return parsed.success ? { value: parsed.data } : { value: otherwise }
    },
    staleTime: Infinity,
  })
  const keep = useCallback(
    (value: z.output<S>) => {
      asking.setQueryData(['setting', key], { value })
      // layout is a comfort: when it cannot be kept (read-only museum) the window goes on with what it has
      museum.workspace.keepSetting({ key, value: value as z.core.util.JSONType }).catch(() => undefined)
    },
    [key]
  )
  return [data === undefined ? null : data.value, keep]
}

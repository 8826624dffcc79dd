import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { asking } from './asking.ts'
import { museum } from './museum.ts'

/**
 * Something small the museum's file remembers for the window: column layout, folded facets, pane width. What no longer
 * fits the schema is taken as never kept. Until the museum has answered it is what this seat saw last.
 */
export function useSetting<S extends z.ZodType>(
  key: string,
  schema: S,
  otherwise: z.output<S>
): readonly [value: z.output<S>, keep: (value: z.output<S>) => void] {
  const { data } = useQuery({
    queryKey: ['setting', key],
    queryFn: async () => {
      const { value } = await museum.workspace.setting({ key })
      remember(key, value)
      return { value: fitting(value, schema, otherwise) }
    },
    staleTime: Infinity,
  })
  const [before] = useState(() => fitting(remembered(key), schema, otherwise))
  const keep = useCallback(
    (value: z.output<S>) => {
      // an answer still on its way would put back what was before
      void asking.cancelQueries({ queryKey: ['setting', key] })
      asking.setQueryData(['setting', key], { value })
      remember(key, value)
      // layout is a comfort: when it cannot be kept (read-only museum) the window goes on with what it has
      museum.workspace.keepSetting({ key, value: value as z.core.util.JSONType }).catch(() => undefined)
    },
    [key]
  )
  return [data === undefined ? before : data.value, keep]
}

function fitting<S extends z.ZodType>(value: unknown, schema: S, otherwise: z.output<S>): z.output<S> {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : otherwise
}

const place = (key: string): string => `guancang.setting.${key}`

function remember(key: string, value: unknown): void {
  localStorage.setItem(place(key), JSON.stringify(value ?? null))
}

function remembered(key: string): unknown {
  return JSON.parse(localStorage.getItem(place(key)) ?? 'null')
}

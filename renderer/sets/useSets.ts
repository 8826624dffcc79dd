import { useQuery } from '@tanstack/react-query'
import type { ObjectSet } from '../../shared/sets/contract.ts'
import { museum } from '../bridge/museum.ts'
import { settled } from '../kit/later.tsx'

const NONE: readonly ObjectSet[] = []

/** All sets with how much they hold, once the first list stands; null while nobody knows. */
export function useSets(): readonly ObjectSet[] | null {
  const { data, isError } = useQuery({
    queryKey: ['sets', 'list'],
    queryFn: () => museum.sets.list({}),
    enabled: settled.use(),
  })
  return data?.sets ?? (isError ? NONE : null)
}

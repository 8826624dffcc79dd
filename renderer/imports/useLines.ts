import { useInfiniteQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import type { Verdict } from './RehearsalStep.tsx'

const PAGE = 100

/** The lines of a rehearsed batch, page by page: those of a verdict, and of one remark where `code` names it. */
export function useLines(batch: string, verdict: Verdict, code: string | null = null) {
  const lines = useInfiniteQuery({
    queryKey: ['imports', 'lines', batch, verdict, code],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      museum.imports.lines({
        batch,
        verdict,
        after: pageParam,
        limit: PAGE,
        ...(code === null ? {} : { code }),
      }),
    getNextPageParam: ({ lines: page }) => (page.length < PAGE ? undefined : page.at(-1)?.position),
  })
  const pages = lines.data?.pages ?? []
  return { lines, total: pages[0]?.total ?? 0, shown: pages.flatMap((page) => page.lines) }
}

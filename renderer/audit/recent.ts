import { shared } from '../kit/store.ts'

/** What of the museum's changes is looked at; it stays while one looks into another room. */
export interface RecentView {
  readonly person?: string
  readonly room?: string
  readonly batch?: string
  readonly from?: string
  readonly until?: string
}

export const recentView = shared<RecentView>({})

/** Sets one of them; undefined takes it off. */
export function narrow(key: keyof RecentView, value: string | undefined): void {
  recentView.set((now) => {
    const { [key]: _before, ...others } = now
    return value === undefined ? others : { ...others, [key]: value }
  })
}

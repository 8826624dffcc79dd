import { shared } from '../kit/store.ts'

/** The batch that is being looked at, to be taken back; null for none. */
export const looked = shared<string | null>(null)

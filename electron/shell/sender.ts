import { PAGE_ORIGIN, originOf } from './policy.ts'

/** As much of Electron's WebFrameMain as the decision needs. */
export interface Frame {
  readonly parent: unknown
  readonly url: string
}

/** Is this the top frame of our own page? A frame that has gone or been navigated away is null. */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && originOf(frame.url) === PAGE_ORIGIN
}

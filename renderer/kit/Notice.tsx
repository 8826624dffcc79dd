import type { ReactNode } from 'react'
import { Fault } from '../../shared/contract/faults.ts'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { useWords } from './words.ts'

type Tone = 'told' | 'warned' | 'refused'
const GLYPHS: Readonly<Record<Tone, GlyphName>> = { told: 'told', warned: 'warning', refused: 'error' }

/** Something said in place, with a way on. Refusals are read out at once, the rest when there is a pause. */
export function Notice(props: {
  readonly tone: Tone
  readonly children: ReactNode
  readonly deeds?: ReactNode
  readonly testId?: string
}) {
  return (
    <div
      className={`notice ${props.tone}`}
      role={props.tone === 'refused' ? 'alert' : 'status'}
      data-testid={props.testId}
    >
      <Glyph name={GLYPHS[props.tone]} />
      <div className="notice-body">{props.children}</div>
      {props.deeds === undefined ? null : <div className="notice-deeds">{props.deeds}</div>}
    </div>
  )
}

/** Why it did not work, in the words of the closed list; anything else is a mistake of ours and is called so. */
export function FaultNotice({ error, deeds }: { readonly error: unknown; readonly deeds?: ReactNode }) {
  const say = useWords()
  const words = error instanceof Fault ? say.fault(error.code, error.detail) : say.fault('call.internal')
  return (
    <Notice tone="refused" deeds={deeds} testId="fault">
      {words}
    </Notice>
  )
}

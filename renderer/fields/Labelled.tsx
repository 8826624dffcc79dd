import { useId, type ReactNode } from 'react'

/** A control with its name above and, where there is more to say, a line below. */
export function Labelled(props: {
  readonly words: string
  readonly said?: string | null
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="own-labelled">
      <label htmlFor={id}>{props.words}</label>
      {props.children(id)}
      {props.said ? <span className="soft">{props.said}</span> : null}
    </div>
  )
}

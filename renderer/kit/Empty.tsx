import type { ReactNode } from 'react'

/** Nothing here yet: what this place is for, and what to do next. */
export function Empty(props: {
  readonly title: string
  readonly children?: ReactNode
  readonly deeds?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children === undefined ? null : <p>{props.children}</p>}
      {props.deeds === undefined ? null : <div className="empty-deeds">{props.deeds}</div>}
    </div>
  )
}

import { useState, type ReactNode } from 'react'
import type { Mention, NumbersReport } from '../../shared/numbers/contract.ts'
import { openRecord } from '../catalogue/view.ts'
import { failed } from '../frame/status.ts'
import { goTo } from '../frame/place.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords, type WordKey } from '../kit/words.ts'

const seeRecord = (id: string): void =>
  void goTo('catalogue')
    .then(() => openRecord(id))
    .catch(failed)

/** The lists of a report, those with something in them first of all by weight: doubles before gaps. */
export function Clashes({ report }: { readonly report: NumbersReport }) {
  const say = useWords()
  return (
    <>
      <Part name="doubled" total={report.doubled.total} named={report.doubled.found.length}>
        {report.doubled.found.map(({ series, number, objects }) => (
          <Row key={`${series} ${number}`} series={series} text={number} objects={objects} />
        ))}
      </Part>
      <Part name="near" total={report.near.total} named={report.near.found.length}>
        {report.near.found.map(({ series, objects }) => (
          <Row
            key={`${series} ${objects.map(({ id }) => id).join(' ')}`}
            series={series}
            text={objects.map(({ number }) => number).join(' / ')}
            objects={objects}
          />
        ))}
      </Part>
      <Part name="reused" total={report.reused.total} named={report.reused.found.length}>
        {report.reused.found.map(({ series, number, objects }) => (
          <Row key={`${series} ${number}`} series={series} text={number} objects={objects} />
        ))}
      </Part>
      <Part name="misfits" total={report.misfits.total} named={report.misfits.found.length}>
        {report.misfits.found.map(({ series, number, object }) => (
          <Row key={`${series} ${object.id}`} series={series} text={number} objects={[object]} />
        ))}
      </Part>
      <Part name="gaps" total={report.gaps.total} named={report.gaps.found.length}>
        {report.gaps.found.map(({ series, scope, from, to, used, behind }) => (
          <Row
            key={`${series} ${scope} ${String(from)}`}
            series={scope === '' ? series : say('numbers.scope', { series, scope })}
            text={
              (from === to
                ? say('numbers.gap.one', { from })
                : say('numbers.gap', { from, to, count: to - from + 1 })) +
              (used > 0 ? say('numbers.gap.used', { used }) : '')
            }
            objects={[behind]}
          />
        ))}
      </Part>
    </>
  )
}

/** More than these would push the next list out of sight. */
const AT_FIRST = 12

type Name = 'doubled' | 'near' | 'reused' | 'misfits' | 'gaps'
const HEADINGS: Readonly<Record<Name, readonly [WordKey, WordKey, WordKey]>> = {
  doubled: ['numbers.doubled', 'numbers.doubled.what', 'numbers.doubled.none'],
  near: ['numbers.near', 'numbers.near.what', 'numbers.near.none'],
  reused: ['numbers.reused', 'numbers.reused.what', 'numbers.reused.none'],
  misfits: ['numbers.misfits', 'numbers.misfits.what', 'numbers.misfits.none'],
  gaps: ['numbers.gaps', 'numbers.gaps.what', 'numbers.gaps.none'],
}

function Part(props: {
  readonly name: Name
  readonly total: number
  readonly named: number
  readonly children: readonly ReactNode[]
}) {
  const say = useWords()
  const { name, total, named, children } = props
  const [all, setAll] = useState(false)
  const shown = all ? children : children.slice(0, AT_FIRST)
  const [heading, what, none] = HEADINGS[name]
  return (
    <section aria-labelledby={`numbers-${name}`} data-testid={`numbers-${name}`}>
      <h2 id={`numbers-${name}`}>
        {say(heading)} <span className="figure">{shownCount(total)}</span>
      </h2>
      {total === 0 ? (
        <p className="numbers-good">
          <Glyph name="done" /> {say(none)}
        </p>
      ) : (
        <>
          <p className="soft">{say(what)}</p>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('numbers.column.series')}</th>
                <th scope="col">{say('numbers.column.number')}</th>
                <th scope="col">
                  {say(name === 'gaps' ? 'numbers.column.behind' : 'numbers.column.objects')}
                </th>
              </tr>
            </thead>
            <tbody>{shown}</tbody>
          </table>
          {shown.length < children.length ? (
            <p>
              <Button size="small" onClick={() => setAll(true)}>
                {say('numbers.more', { count: children.length })}
              </Button>
            </p>
          ) : null}
          {name !== 'gaps' && total > named ? (
            <p className="soft">{say('numbers.first', { count: named })}</p>
          ) : null}
        </>
      )}
    </section>
  )
}

function Row(props: {
  readonly series: string
  readonly text: string
  readonly objects: readonly Mention[]
}) {
  return (
    <tr>
      <td>{props.series}</td>
      <td className="numbers-number">{props.text}</td>
      <td>
        <span className="numbers-objects">
          {props.objects.map(({ id, number, name }) => (
            <button key={id} type="button" className="plain" onClick={() => seeRecord(id)}>
              {[number, name].filter((part) => part !== null).join(' ')}
            </button>
          ))}
        </span>
      </td>
    </tr>
  )
}

import { pressFor } from '../frame/commands.ts'
import { run } from '../frame/deeds.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Mark } from '../kit/Mark.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useWords } from '../kit/words.ts'
import { stepRecord } from './gridHold.ts'

export type RecordTab = 'form' | 'parts' | 'findings' | 'history'

/** Which object this is, how many findings it has, its tabs, and the ways out. */
export function RecordHead(props: {
  readonly called: string
  readonly isNew: boolean
  readonly findings: number
  readonly parts: number
  readonly tab: RecordTab
  readonly choose: (tab: RecordTab) => void
  readonly close: () => void
}) {
  const say = useWords()
  const tabs = [
    { key: 'form' as const, words: say('catalogue.tab.form') },
    ...(props.isNew
      ? []
      : [
          {
            key: 'parts' as const,
            words:
              props.parts === 0 ? say('relations.tab') : say('relations.tab.parts', { parts: props.parts }),
          },
          { key: 'findings' as const, words: say('catalogue.tab.findings') },
          { key: 'history' as const, words: say('catalogue.tab.history') },
        ]),
  ]
  return (
    <header className="record-head">
      <div className="record-title">
        <h2 title={props.called}>{props.called}</h2>
        {props.findings > 0 ? (
          <Mark level="warning" text={say('catalogue.grid.warnings', { count: props.findings })} />
        ) : null}
        <span className="record-ways">
          {props.isNew ? null : (
            <>
              <Button
                type="text"
                title={pressFor('paper.open') ?? undefined}
                onClick={() => run('paper.open')}
              >
                {say('catalogue.print')}
              </Button>
              <Button
                type="text"
                title={pressFor('record.previous') ?? undefined}
                onClick={() => stepRecord(-1)}
              >
                {say('catalogue.previous')}
              </Button>
              <Button type="text" title={pressFor('record.next') ?? undefined} onClick={() => stepRecord(1)}>
                {say('catalogue.next')}
              </Button>
            </>
          )}
          <Button
            type="text"
            icon={<Glyph name="close" />}
            title={pressFor('record.close') ?? undefined}
            aria-label={say('common.close')}
            onClick={props.close}
          />
        </span>
      </div>
      <Tabs label={say('catalogue.record')} tabs={tabs} chosen={props.tab} choose={props.choose} />
    </header>
  )
}

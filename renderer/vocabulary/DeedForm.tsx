import { useState } from 'react'
import type { TableName, VocabularyValue } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { rehearseTable } from '../changes/changing.ts'
import { Button, Input } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'
import { ValueSelect } from './ValueSelect.tsx'

interface Props {
  readonly name: TableName
  readonly value: VocabularyValue | null
  /** The value as it stands in records. */
  readonly from: string
  readonly label: string
  readonly targets: readonly VocabularyValue[]
}

/** What records follow: the value is merged into another, or gets another name. Both are rehearsed first. */
export function DeedForm({ name, value, from, label, targets }: Props) {
  const say = useWords()
  const [into, setInto] = useState<string | null>(null)
  const [renamed, setRenamed] = useState(label)
  const target = targets.find(({ code }) => code === into)
  const merge = (): void => {
    if (!target) return
    const title = say('vocabulary.merge.title', { from: label, into: target.label })
    void rehearseTable(title, () =>
      museum.vocabulary.rehearse({ wanted: { kind: 'merge', table: name, from, into: target.code } })
    )
  }
  const rename = (): void => {
    if (!value || renamed.trim() === '' || renamed.trim() === label) return
    const title = say('vocabulary.rename.title', { before: label, after: renamed.trim() })
    void rehearseTable(title, () =>
      museum.vocabulary.rehearse({
        wanted: { kind: 'rename', table: name, code: value.code, label: renamed },
      })
    )
  }
  return (
    <>
      <section>
        <h3>{say('vocabulary.merge')}</h3>
        <p className="soft">{say(value?.own ? 'vocabulary.merge.what.own' : 'vocabulary.merge.what')}</p>
        <div className="alias-form">
          <ValueSelect values={targets} value={into} label={say('vocabulary.merge.into')} choose={setInto} />
          <Button disabled={!target} onClick={merge}>
            {say('changes.rehearse')}
          </Button>
        </div>
      </section>
      {value?.own ? (
        <section>
          <h3>{say('vocabulary.rename')}</h3>
          <form
            className="alias-form"
            onSubmit={(event) => {
              event.preventDefault()
              rename()
            }}
          >
            <Input
              value={renamed}
              maxLength={60}
              aria-label={say('vocabulary.rename')}
              onChange={(event) => setRenamed(event.target.value)}
            />
            <Button htmlType="submit" disabled={renamed.trim() === '' || renamed.trim() === label}>
              {say('changes.rehearse')}
            </Button>
          </form>
        </section>
      ) : null}
    </>
  )
}

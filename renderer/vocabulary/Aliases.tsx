import { useState } from 'react'
import { heldAdditions } from '../../shared/vocabulary/held.ts'
import type { TableName, VocabularyValue } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { Button, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { aliasText } from './tree.ts'

/** Other words for a value: those of the national table stay, the museum's own come and go. */
export function Aliases(props: {
  readonly name: TableName
  readonly value: VocabularyValue
  readonly failed: (error: unknown) => void
}) {
  const say = useWords()
  const { name, value, failed } = props
  const [typed, setTyped] = useState('')
  const own = new Set(
    heldAdditions().words.flatMap(({ table, code, text }) =>
      table === name && code === value.code ? [text] : []
    )
  )
  const about = { table: name, code: value.code }
  const add = async (): Promise<void> => {
    failed(null)
    await museum.vocabulary.addAlias({ ...about, alias: typed })
    saved('vocabulary.alias.added', { alias: typed.trim(), label: value.label })
    setTyped('')
  }
  const drop = async (alias: string): Promise<void> => {
    failed(null)
    await museum.vocabulary.dropAlias({ ...about, alias })
    saved('vocabulary.alias.dropped', { alias, label: value.label })
  }
  return (
    <section>
      <h3>{say('vocabulary.column.aliases')}</h3>
      <ul className="aliases">
        {value.aliases.map((alias) => {
          const text = aliasText(alias)
          return (
            <li key={text}>
              {text}
              {typeof alias === 'string' ? null : (
                <span className="soft">
                  {' '}
                  {say('ask' in alias ? 'vocabulary.alias.ask' : 'vocabulary.alias.typo')}
                </span>
              )}
              {own.has(text) ? (
                <button
                  type="button"
                  className="plain"
                  aria-label={say('vocabulary.alias.drop', { alias: text })}
                  title={say('vocabulary.alias.drop', { alias: text })}
                  onClick={() => void drop(text).catch(failed)}
                >
                  <Glyph name="close" />
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <form
        className="alias-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') void add().catch(failed)
        }}
      >
        <Input
          value={typed}
          maxLength={60}
          aria-label={say('vocabulary.alias.new')}
          placeholder={say('vocabulary.alias.new')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" disabled={typed.trim() === ''}>
          {say('vocabulary.alias.add')}
        </Button>
      </form>
    </section>
  )
}

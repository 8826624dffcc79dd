import { useState } from 'react'
import { table } from '../../shared/vocabulary/tables.ts'
import { fieldOfTable, takesOwnValues } from '../../shared/vocabulary/rules.ts'
import { tables } from '../bridge/tables.ts'
import { changing } from '../changes/changing.ts'
import { useDeed } from '../frame/deeds.ts'
import { Button, Input, type InputRef } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useReadings } from '../kit/initials.ts'
import { later } from '../kit/later.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { AddValue } from './AddValue.tsx'
import { adding, endAdding, searchTable, showValue, shown, startAdding } from './shown.ts'
import { statusKey } from './status.ts'
import { Strays } from './Strays.tsx'
import { TableHistory } from './TableHistory.tsx'
import { TableList } from './TableList.tsx'
import { rowsOf } from './tree.ts'
import { useUses } from './uses.ts'
import { ValuePane } from './ValuePane.tsx'
import { ValueTree } from './ValueTree.tsx'
import './vocabulary.css'

const ChangeDialog = later(async () => (await import('../changes/ChangeDialog.tsx')).ChangeDialog)

let search: InputRef | null = null
const hold = (input: InputRef | null): void => void (search = input)
const focusTableSearch = (): void => search?.focus({ cursor: 'all' })

/** The code tables: the national values, what the museum adds, and who uses them. */
export function VocabularyScreen() {
  const say = useWords()
  const now = shown.use()
  tables.use()
  const { uses, error } = useUses()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const isAdding = adding.use()
  const isChanging = changing.use() !== null
  useReadings()
  const { table: name, at, text } = now
  const shownTable = table(name)
  const rows = rowsOf(shownTable, text.trim(), folded)
  const value = typeof at === 'string' ? shownTable.values.find(({ code }) => code === at) : undefined
  const stray = at !== null && typeof at === 'object' ? at.stray : null
  const isOpen = takesOwnValues(name)
  useDeed('vocabulary.find', focusTableSearch)
  useDeed('vocabulary.add', startAdding, { enabled: isOpen })
  const fold = (code: string): void =>
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(code)) next.add(code)
      return next
    })
  const parent = value && value.mergedInto === undefined ? value.code : null
  return (
    <div className="vocabulary">
      {isChanging ? <ChangeDialog /> : null}
      <TableList now={name} uses={uses} />
      <section className="vocabulary-table" aria-label={say(`vocabulary.table.${name}`)}>
        <div className="room-head">
          <h1>{say(`vocabulary.table.${name}`)}</h1>
          <span>{say(statusKey(shownTable.status))}</span>
          <span className="soft">{say('vocabulary.version', { version: shownTable.version })}</span>
          {isOpen ? (
            <Button icon={<Glyph name="plus" />} onClick={startAdding}>
              {say('vocabulary.add')}
            </Button>
          ) : null}
        </div>
        <p className="soft">{say('vocabulary.source', { source: shownTable.source })}</p>
        {isOpen ? null : (
          <p className="soft">
            {say(fieldOfTable(name) ? 'vocabulary.closed.what' : 'vocabulary.reading.what')}
          </p>
        )}
        <Input
          ref={hold}
          allowClear
          value={text}
          prefix={<Glyph name="search" />}
          placeholder={say('vocabulary.search')}
          aria-label={say('vocabulary.search')}
          onChange={(event) => searchTable(event.target.value)}
        />
        {error ? <FaultNotice error={error} /> : null}
        <div className="vocabulary-values">
          {rows.length === 0 ? (
            <p className="soft">{say('vocabulary.search.none', { text })}</p>
          ) : (
            <ValueTree
              {...{ name, rows, folded, fold, uses }}
              table={shownTable}
              chosen={value?.code ?? null}
            />
          )}
          <Strays name={name} strays={uses?.strays(name) ?? []} chosen={stray} />
          <TableHistory />
        </div>
      </section>
      <aside className="vocabulary-value" aria-label={say('vocabulary.value')}>
        {isAdding ? (
          <AddValue
            key={name}
            name={name}
            parent={parent}
            label={stray ?? ''}
            leave={endAdding}
            added={(code) => {
              endAdding()
              showValue(code)
            }}
          />
        ) : value || stray !== null ? (
          <ValuePane
            key={value?.code ?? stray}
            name={name}
            table={shownTable}
            value={value ?? null}
            stray={stray}
            count={value ? (uses?.of(name, value) ?? null) : null}
            add={startAdding}
          />
        ) : (
          <p className="soft">{say('vocabulary.choose')}</p>
        )}
      </aside>
    </div>
  )
}

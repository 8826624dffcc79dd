import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { PARTY_KINDS, type PartyKind, type PartyRow } from '../../shared/people/record.ts'
import { museum } from '../bridge/museum.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { newParty, openParty, peopleView, show } from './view.ts'

const AT_ONCE = 100
const MOST = 500
const NEW = 'new:'

const isKind = (value: string): value is PartyKind => (PARTY_KINDS as readonly string[]).includes(value)

/** Search, kind, and the parties found; the arrow keys go from the search into the list and along it. */
export function PartyList() {
  const say = useWords()
  const { text, kind, removed, open } = peopleView.use()
  const [limit, setLimit] = useState(AT_ONCE)
  const list = useRef<HTMLUListElement>(null)
  const sought = useDeferredValue(text)
  const { data, error } = useQuery({
    queryKey: ['people', 'list', sought, kind, removed, limit],
    queryFn: () => museum.people.list({ text: sought, kind, removed, limit }),
    placeholderData: keepPreviousData,
  })
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || isComposing(event.nativeEvent)) return
    const rows = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = rows[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const isEverything = text.trim() === '' && kind === null && !removed
  return (
    <section className="people-list" aria-label={say('people.tab.list')} onKeyDown={move}>
      <div className="people-find">
        <Input
          type="search"
          allowClear
          value={text}
          maxLength={200}
          aria-label={say('people.find')}
          placeholder={say('people.find.placeholder')}
          onChange={(event) => show({ text: event.target.value })}
        />
        <Select
          aria-label={say('people.field.kind')}
          value={removed ? 'removed' : (kind ?? 'all')}
          onChange={(value: string) =>
            show({ kind: isKind(value) ? value : null, removed: value === 'removed' })
          }
          options={(['all', ...PARTY_KINDS, 'removed'] as const).map((value) => ({
            value,
            label: say(`people.kind.${value}`),
          }))}
        />
      </div>
      {error ? <FaultNotice error={error} /> : null}
      {data ? (
        <p className="soft people-total" data-testid="people-total">
          {say('people.total', { count: data.total })}
        </p>
      ) : null}
      <DraftsOfNew />
      {data?.total === 0 ? <Nobody isEverything={isEverything} /> : null}
      <ul ref={list}>
        {(data?.rows ?? []).map((row) => (
          <li key={row.id}>
            <Row row={row} isOpen={open?.id === row.id} />
          </li>
        ))}
      </ul>
      {data && data.rows.length < data.total && limit < MOST ? (
        <Button onClick={() => setLimit(Math.min(MOST, limit + AT_ONCE))}>{say('people.more')}</Button>
      ) : null}
    </section>
  )
}

/** New ones that were being typed and are not saved yet. */
function DraftsOfNew() {
  const say = useWords()
  const { open } = peopleView.use()
  const { data } = useQuery({ queryKey: ['people', 'drafts'], queryFn: () => museum.people.drafts({}) })
  const fresh = (data?.drafts ?? []).filter(
    ({ id, partyId }) => partyId === null && id.startsWith(NEW) && id !== `${NEW}${open?.id ?? ''}`
  )
  if (fresh.length === 0) return null
  return (
    <div data-testid="people-drafts">
      <p className="soft">{say('people.drafts')}</p>
      <ul>
        {fresh.map(({ id, values }) => (
          <li key={id}>
            <button type="button" onClick={() => show({ open: { id: id.slice(NEW.length), isNew: true } })}>
              {values.name?.trim() ? values.name : say('people.drafts.nameless')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Nobody({ isEverything }: { readonly isEverything: boolean }) {
  const say = useWords()
  if (!isEverything) return <Empty title={say('people.none')}>{say('people.none.what')}</Empty>
  const deeds = (
    <>
      <Button type="primary" onClick={() => show({ tab: 'take' })}>
        {say('people.empty.take')}
      </Button>
      <Button onClick={newParty}>{say('people.new')}</Button>
    </>
  )
  return (
    <Empty title={say('people.empty')} deeds={deeds}>
      {say('people.empty.what')}
    </Empty>
  )
}

function Row({ row, isOpen }: { readonly row: PartyRow; readonly isOpen: boolean }) {
  const say = useWords()
  const roles = row.roles.map(({ role, objects }) => `${say(`people.role.${role}`)} ${shownCount(objects)}`)
  return (
    <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={() => openParty(row.id)}>
      <strong>{row.name}</strong> <span className="soft">{row.lived}</span>
      <span className="soft people-row-kind">{say(`people.kind.${row.kind}`)}</span>
      {roles.length === 0 ? null : <span className="soft people-row-roles">{roles.join(' · ')}</span>}
    </button>
  )
}

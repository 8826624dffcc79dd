import { useEffect, useRef, type ClipboardEvent } from 'react'
import { MOST_CODES, type OwnCode } from '../../shared/fields/record.ts'
import { Button, Checkbox, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'

const BLANK: OwnCode = { label: '', aliases: [], retired: false }
const SEPARATORS = /[、,，;；]/u

/** The values of a code list in their order, each with its aliases; a column pasted from Excel becomes as many values. */
export function CodesEditor(props: {
  readonly codes: readonly OwnCode[]
  readonly set: (codes: OwnCode[]) => void
}) {
  const say = useWords()
  const list = useRef<HTMLTableSectionElement>(null)
  const added = useRef(false)
  const codes = props.codes.length === 0 ? [BLANK] : props.codes
  useEffect(() => {
    if (!added.current) return
    added.current = false
    list.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus()
  }, [codes.length])
  const put = (at: number, change: Partial<OwnCode>): void =>
    props.set(codes.map((code, here) => (here === at ? { ...code, ...change } : code)))
  const move = (at: number, by: 1 | -1): void => {
    const next = [...codes]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    props.set(next)
  }
  const paste = (at: number, event: ClipboardEvent): void => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/u)
      .map((line) => line.split('\t')[0]?.trim() ?? '')
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    const pasted = lines.map((label): OwnCode => ({ ...BLANK, label: label.slice(0, 200) }))
    const next = [...codes.slice(0, at), ...pasted, ...codes.slice(at + 1)]
    props.set(next.slice(0, MOST_CODES))
  }
  return (
    <div className="own-codes">
      <div className="own-codes-list">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('own.code.label')}</th>
              <th scope="col">{say('own.code.aliases')}</th>
              <th scope="col">{say('own.code.retired')}</th>
              <th scope="col" aria-label={say('own.code.order')} />
            </tr>
          </thead>
          <tbody ref={list}>
            {codes.map((code, at) => (
              <tr key={at}>
                <td>
                  <Input
                    value={code.label}
                    maxLength={200}
                    aria-label={say('own.code.label')}
                    onPaste={(event) => paste(at, event)}
                    onChange={(event) => put(at, { label: event.target.value })}
                  />
                </td>
                <td>
                  <Aliases aliases={code.aliases} set={(aliases) => put(at, { aliases })} />
                </td>
                <td>
                  <Checkbox
                    checked={code.retired}
                    aria-label={say('own.code.retired')}
                    onChange={(event) => put(at, { retired: event.target.checked })}
                  />
                </td>
                <td className="own-order">
                  <Button
                    type="text"
                    disabled={at === 0}
                    aria-label={say('own.up')}
                    title={say('own.up')}
                    icon={<Glyph name="up" />}
                    onClick={() => move(at, -1)}
                  />
                  <Button
                    type="text"
                    disabled={at === codes.length - 1}
                    aria-label={say('own.down')}
                    title={say('own.down')}
                    icon={<Glyph name="down" />}
                    onClick={() => move(at, 1)}
                  />
                  <Button
                    type="text"
                    aria-label={say('own.code.remove')}
                    title={say('own.code.remove')}
                    icon={<Glyph name="close" />}
                    onClick={() => props.set(codes.filter((_, here) => here !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        icon={<Glyph name="plus" />}
        disabled={codes.length >= MOST_CODES}
        onClick={() => {
          added.current = true
          props.set([...codes, BLANK])
        }}
      >
        {say('own.code.add')}
      </Button>
      <span className="soft">{say('own.code.paste')}</span>
    </div>
  )
}

/** Other ways of writing a value, parted by commas of either kind. */
function Aliases(props: { readonly aliases: readonly string[]; readonly set: (aliases: string[]) => void }) {
  const say = useWords()
  return (
    <Input
      defaultValue={props.aliases.join('、')}
      maxLength={2000}
      aria-label={say('own.code.aliases')}
      placeholder={say('own.code.aliases.example')}
      onBlur={(event) =>
        props.set(
          event.target.value
            .split(SEPARATORS)
            .map((alias) => alias.trim().slice(0, 200))
            .filter((alias) => alias !== '')
            .slice(0, 50)
        )
      }
    />
  )
}

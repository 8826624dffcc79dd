import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { tidyNumber } from '../../shared/kernel/number.ts'
import { PART_FIELDS, type Part, type PartField } from '../../shared/relations/parts.ts'
import { museum } from '../bridge/museum.ts'
import { choicesOf } from '../catalogue/choices.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { initialsMatch, useReadings } from '../kit/initials.ts'
import { isComposing } from '../kit/keys.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'

const INPUTS = 'input:not([disabled]), textarea:not([disabled])'

const isSame = (one: Part, other: Part): boolean => PART_FIELDS.every((field) => one[field] === other[field])

/** A part as it is typed. Enter goes on, and from the last field to another part; Escape leaves it as it was. */
export function PartEditor(props: {
  readonly part: Part
  readonly objectId: string
  /** Told of every key: what would be saved now; null while nothing has been changed, or that is no part. */
  readonly typed: (part: Part | null) => void
  readonly save: (part: Part) => void
  readonly another: () => void
  readonly leave: () => void
}) {
  const say = useWords()
  useReadings()
  const box = useRef<HTMLDivElement>(null)
  const [part, setPart] = useState(props.part)
  const [mass, setMass] = useState(props.part.mass === null ? '' : String(props.part.mass))
  const isMass = mass.trim() === '' || /^\d+(?:\.\d+)?$/u.test(mass.trim())
  const now = useMemo(() => {
    const read = mass.trim() === '' ? null : Number(mass)
    return { ...part, number: tidyNumber(part.number), mass: isMass ? read : part.mass }
  }, [part, mass, isMass])
  const { typed } = props
  useEffect(() => {
    typed(isSame(now, props.part) || now.number === '' ? null : now)
  }, [now, props.part, typed])
  useEffect(() => {
    const inputs = box.current?.querySelectorAll<HTMLInputElement>(INPUTS)
    // the number is given already: one begins with the name
    inputs?.[1]?.focus()
  }, [])
  const { data } = useQuery({
    queryKey: ['media', 'ofObject', props.objectId],
    queryFn: () => museum.media.ofObject({ objectId: props.objectId }),
  })
  const fill = (field: PartField, value: string | null): void =>
    setPart((before) => ({ ...before, [field]: value === '' ? null : value }))
  const keep = (): void => {
    if (isMass && now.number !== '') props.save(now)
  }
  const pressed = (event: KeyboardEvent): void => {
    const { key, target } = event
    if (isComposing(event.nativeEvent) || !(target instanceof HTMLElement)) return
    const isOpen = target.getAttribute('aria-expanded') === 'true'
    if (key === 'Escape' && !isOpen) props.leave()
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
    else if (key === 'Enter' && target instanceof HTMLInputElement && !isOpen) {
      const inputs = [...(box.current?.querySelectorAll<HTMLElement>(INPUTS) ?? [])]
      const next = inputs[inputs.indexOf(target) + 1]
      if (next) next.focus()
      else props.another()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const text = (field: Exclude<PartField, 'mass'>, wide = false) => (
    <Row field={field} wide={wide}>
      {(id) => (
        <Input
          id={id}
          value={part[field] ?? ''}
          maxLength={field === 'number' ? 200 : 2000}
          onChange={(event) =>
            field === 'number'
              ? setPart((before) => ({ ...before, number: event.target.value }))
              : fill(field, event.target.value)
          }
        />
      )}
    </Row>
  )
  const code = (field: 'completeness' | 'condition' | 'massUnit') => (
    <Row field={field}>
      {(id) => (
        <Select<string>
          id={id}
          allowClear
          value={part[field]}
          options={choicesOf(field === 'massUnit' ? 'mass-unit' : field).map(({ value }) => ({ value }))}
          showSearch={{
            filterOption: (words, option) =>
              option !== undefined && initialsMatch(String(option.value), words),
          }}
          popupMatchSelectWidth={false}
          onChange={(value: string | undefined) => fill(field, value ?? null)}
        />
      )}
    </Row>
  )
  const pictures = (data?.pictures ?? []).map(({ id, view, caption, name }) => ({
    value: id,
    label: [view, caption ?? name].filter((said) => said !== null).join(' '),
  }))
  return (
    <div className="part-editor" ref={box} onKeyDownCapture={pressed} data-testid="part-editor">
      {text('number')}
      {text('name')}
      <Row field="materials">
        {(id) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            value={part.materials === null ? [] : part.materials.split(',')}
            options={choicesOf('material').map(({ value }) => ({ value }))}
            showSearch={{
              filterOption: (words, option) =>
                option !== undefined && initialsMatch(String(option.value), words),
            }}
            onChange={(labels) => fill('materials', labels.join(','))}
          />
        )}
      </Row>
      {text('sizeText')}
      <Row field="mass">
        {(id) => (
          <>
            <Input id={id} value={mass} maxLength={20} onChange={(event) => setMass(event.target.value)} />
            {isMass ? null : <Mark level="error" text={say('relations.parts.mass.bad')} />}
          </>
        )}
      </Row>
      {code('massUnit')}
      {code('completeness')}
      {code('condition')}
      {text('place')}
      {pictures.length === 0 ? null : (
        <Row field="picture">
          {(id) => (
            <Select<string>
              id={id}
              allowClear
              // one that was taken away since is kept, and not shown
              value={pictures.some(({ value }) => value === part.picture) ? part.picture : null}
              options={pictures}
              onChange={(value: string | undefined) => fill('picture', value ?? null)}
            />
          )}
        </Row>
      )}
      {text('remarks', true)}
      <div className="part-foot">
        <Button onClick={keep} disabled={!isMass || now.number === ''}>
          {say('relations.parts.save')}
        </Button>
        <Button type="text" onClick={props.leave}>
          {say('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

function Row(props: {
  readonly field: PartField
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const say = useWords()
  const id = useId()
  return (
    <div className={props.wide === true ? 'part-field wide' : 'part-field'}>
      <label htmlFor={id}>{say(`relations.part.${props.field}`)}</label>
      {props.children(id)}
    </div>
  )
}

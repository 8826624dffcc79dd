import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import { catalogue } from '../../../shared/catalogue/contract.ts'
import { museum } from '../../bridge/museum.ts'
import { AutoComplete } from '../../kit/controls.ts'
import type { InputProps } from './FieldInput.tsx'

const shape = catalogue.inUse.input.shape.field
type InUse = z.output<typeof shape>

/** Fields whose values repeat in a museum: what is in use is offered while typing. */
export function isInUse(id: string): id is InUse {
  return shape.safeParse(id).success
}

export function InUseInput({
  id,
  inUse,
  value,
  described,
  disabled,
  step,
}: InputProps & { readonly inUse: InUse }) {
  const [asked, setAsked] = useState(false)
  const text = value === null ? '' : String(value)
  const sought = useDeferredValue(text)
  const { data } = useQuery({
    queryKey: ['catalogue', 'inUse', inUse, sought],
    queryFn: () => museum.catalogue.inUse({ field: inUse, text: sought }),
    enabled: asked,
  })
  const options = (data?.values ?? [])
    .flatMap(({ value: known }) => (known === null || known === text ? [] : [{ value: known }]))
    .slice(0, 12)
  return (
    <AutoComplete
      id={id}
      value={text}
      options={options}
      disabled={disabled}
      aria-describedby={described}
      maxLength={2000}
      defaultActiveFirstOption={false}
      onFocus={() => setAsked(true)}
      onChange={(typed: string | undefined) =>
        step({ kind: 'fill', field: inUse, value: typed ? typed : null })
      }
    />
  )
}

import type { FieldValue } from '../../../shared/catalogue/record.ts'
import type { AnyField } from '../../fields/own.ts'
import type { FormStep } from '../form.ts'
import { CodeInput } from './CodeInput.tsx'
import { EraInput } from './EraInput.tsx'
import { MaterialsInput } from './MaterialsInput.tsx'
import { ReadInput } from './ReadInput.tsx'
import { isInUse, InUseInput } from './InUseInput.tsx'
import { TextInput } from './TextInput.tsx'

/** What every input of the form is given. */
export interface InputProps {
  readonly id: string
  readonly field: AnyField
  readonly value: FieldValue
  readonly unread: string | undefined
  /** Id of the remarks under the field, for a screen reader. */
  readonly described: string
  readonly disabled: boolean
  readonly step: (step: FormStep) => void
}

/** The input for a field of this kind. */
export function FieldInput(props: InputProps) {
  switch (props.field.kind) {
    case 'code':
      return <CodeInput {...props} />
    case 'materials':
      return <MaterialsInput {...props} />
    case 'era':
      return <EraInput {...props} />
    case 'integer':
    case 'decimal':
    case 'year':
    case 'day':
      return <ReadInput {...props} />
    default:
      return isInUse(props.field.id) ? (
        <InUseInput {...props} inUse={props.field.id} />
      ) : (
        <TextInput {...props} />
      )
  }
}

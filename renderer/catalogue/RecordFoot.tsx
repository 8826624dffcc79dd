import { pressFor } from '../frame/commands.ts'
import { Button, Input } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'

/** Save, save and go on, give up; and the reason where the 总登记账 is being corrected. */
export function RecordFoot(props: {
  readonly touched: boolean
  readonly correcting: boolean
  readonly disabled: boolean
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly save: () => void
  readonly saveAndNew: () => void
  readonly giveUp: () => void
}) {
  const say = useWords()
  const { touched, disabled } = props
  return (
    <footer className="record-foot">
      {props.correcting ? (
        <label className="record-reason">
          <span>{say('catalogue.reason')}</span>
          <Input
            value={props.reason}
            maxLength={500}
            placeholder={say('catalogue.reason.example')}
            onChange={(event) => props.setReason(event.target.value)}
          />
        </label>
      ) : null}
      <div className="record-deeds">
        <Button
          type="primary"
          disabled={disabled}
          title={pressFor('record.save') ?? undefined}
          onClick={props.save}
        >
          {say('catalogue.save')}
        </Button>
        <Button
          disabled={disabled}
          title={pressFor('record.saveAndNew') ?? undefined}
          onClick={props.saveAndNew}
        >
          {say('catalogue.saveAndNew')}
        </Button>
        {touched ? (
          <Button type="text" disabled={disabled} onClick={props.giveUp}>
            {say('catalogue.giveUp')}
          </Button>
        ) : null}
        <span className="soft" data-testid="form-state">
          {say(touched ? 'catalogue.form.touched' : 'catalogue.form.clean')}
        </span>
      </div>
    </footer>
  )
}

import { OWN_KINDS, type OwnKind } from '../../shared/fields/record.ts'
import { Button, Checkbox, Input, Modal, Select } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { CodesEditor } from './CodesEditor.tsx'
import { Converted } from './Converted.tsx'
import { closeEditing, converting, editing, fillIn, saveField, type Editing } from './editing.ts'
import { Labelled } from './Labelled.tsx'
import { NumberLimits } from './NumberLimits.tsx'
import './fields.css'

/** One field of the museum's own: what it is called, what it holds, where it stands. */
export function FieldDialog() {
  const say = useWords()
  const now = editing.use()
  if (!now) return null
  return (
    <Modal
      open
      centered
      footer={null}
      width={680}
      mask={{ closable: false }}
      title={say(now.field ? 'own.edit' : 'own.new')}
      onCancel={closeEditing}
    >
      <FieldForm now={now} />
    </Modal>
  )
}

function FieldForm({ now }: { readonly now: Editing }) {
  const say = useWords()
  const { wish, field, rehearsed } = now
  const isOther = field !== null && field.kind !== wish.kind
  const mayGo = wish.name.trim() !== '' && !now.busy && (rehearsed === null || rehearsed.misfits === 0)
  return (
    <form
      className="own-form"
      data-testid="own-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (mayGo) void saveField()
      }}
    >
      <div className="own-pair">
        <Labelled words={say('own.name')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={60}
              value={wish.name}
              onChange={(event) => fillIn({ name: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled words={say('own.english')}>
          {(id) => (
            <Input
              id={id}
              maxLength={60}
              value={wish.english ?? ''}
              onChange={(event) => fillIn({ english: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <div className="own-pair">
        <Labelled words={say('own.kind')} said={isOther ? say('own.kind.other') : null}>
          {(id) => (
            <Select<OwnKind>
              id={id}
              value={wish.kind}
              options={OWN_KINDS.map((kind) => ({ value: kind, label: say(`own.kind.${kind}`) }))}
              onChange={(kind) => fillIn({ kind })}
            />
          )}
        </Labelled>
        <Labelled words={say('own.group.of')} said={say('own.group.what')}>
          {(id) => (
            <Input
              id={id}
              maxLength={40}
              value={wish.group}
              placeholder={say('own.group')}
              onChange={(event) => fillIn({ group: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      {wish.kind === 'integer' || wish.kind === 'decimal' ? (
        <NumberLimits key={wish.kind} wish={wish} fill={fillIn} />
      ) : null}
      {wish.kind === 'code' ? <CodesEditor codes={wish.codes} set={(codes) => fillIn({ codes })} /> : null}
      <Labelled words={say('own.help')}>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={wish.help ?? ''}
            placeholder={say('own.help.example')}
            onChange={(event) => fillIn({ help: event.target.value })}
          />
        )}
      </Labelled>
      <Checkbox checked={wish.required} onChange={(event) => fillIn({ required: event.target.checked })}>
        {say('own.required')}
      </Checkbox>
      {now.refused ? <FaultNotice error={now.refused} /> : null}
      {rehearsed ? <Converted result={rehearsed} /> : null}
      <WorkView work={converting} />
      <div className="own-foot">
        <Button onClick={closeEditing}>{say('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!mayGo}>
          {say(isOther ? (rehearsed === null ? 'own.rehearse' : 'own.convert') : 'own.save')}
        </Button>
      </div>
    </form>
  )
}

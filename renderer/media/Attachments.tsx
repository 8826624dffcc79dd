import { useState } from 'react'
import { ATTACHMENT_KINDS, mayBeOpened, type Attachment } from '../../shared/media/attachments.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { shownInstant, shownSize } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { copied, copying, exchanged, opened, told, unattached } from './attaching.ts'
import { takeIn, taking, type Owner } from './deeds.ts'

/** Any files beside the object: scans of vouchers, appraisals, reports. */
export function Attachments(props: { readonly owner: Owner; readonly attachments: readonly Attachment[] }) {
  const say = useWords()
  const { owner, attachments } = props
  const { state } = taking.use()
  const choose = (): void => {
    museum.shell
      .chooseMany({ purpose: 'attachment' })
      .then(({ files, left }) => takeIn(owner, { files, left, as: 'attachments' }))
      .catch(failed)
  }
  return (
    <section className="attachments" aria-label={say('media.attachments.list')}>
      <header>
        <h3>{say('media.attachments', { count: attachments.length })}</h3>
        <Button icon={<Glyph name="plus" />} disabled={state === 'running'} onClick={choose}>
          {say('media.attachments.add')}
        </Button>
      </header>
      <WorkView work={copying} />
      {attachments.length === 0 ? <p className="soft">{say('media.attachments.none')}</p> : null}
      <ul>
        {attachments.map((attachment) => (
          <One key={attachment.id} owner={owner} attachment={attachment} />
        ))}
      </ul>
    </section>
  )
}

function One({ owner, attachment }: { readonly owner: Owner; readonly attachment: Attachment }) {
  const say = useWords()
  const { id, name, kind } = attachment
  const kinds = [...new Set([...ATTACHMENT_KINDS, kind])]
  const canOpen = mayBeOpened(name)
  const tell = (parts: Parameters<typeof told>[2]): void => void told(owner, id, parts).catch(failed)
  const deed = (word: 'save' | 'exchange' | 'remove', run: () => Promise<void>) => (
    <Button
      size="small"
      aria-label={say(`media.attachments.${word}Named`, { name })}
      onClick={() => void run().catch(failed)}
    >
      {say(`media.attachments.${word}`)}
    </Button>
  )
  return (
    <li>
      <div className="attachment-name">
        <strong>{name}</strong>
        <span className="soft">
          {shownSize(attachment.bytes)} · {shownInstant(attachment.createdAt)} {attachment.createdBy}
        </span>
      </div>
      <div className="attachment-said">
        <Select
          size="small"
          aria-label={say('media.attachments.kind', { name })}
          value={kind}
          options={kinds.map((value) => ({ value, label: value }))}
          onChange={(value: string) => tell({ kind: value })}
        />
        <Title
          label={say('media.attachments.title', { name })}
          placeholder={say('media.attachments.titlePlaceholder')}
          text={attachment.title}
          keep={(title) => tell({ title })}
        />
        <Input
          size="small"
          type="date"
          aria-label={say('media.attachments.day', { name })}
          value={attachment.day ?? ''}
          onChange={(event) => tell({ day: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      <div className="attachment-deeds">
        <Button
          size="small"
          disabled={!canOpen}
          title={canOpen ? undefined : say('media.attachments.notOpened')}
          aria-label={say('media.attachments.openNamed', { name })}
          onClick={() => void opened(attachment).catch(failed)}
        >
          {say('media.attachments.open')}
        </Button>
        {deed('save', () => copied(id, name))}
        {deed('exchange', () => exchanged(owner, id))}
        {deed('remove', () => unattached(owner, id))}
      </div>
      {canOpen ? null : <p className="soft">{say('media.attachments.notOpened')}</p>}
      {attachment.older.map((older) => (
        <p key={older.id} className="soft attachment-older">
          {say('media.attachments.older', { name: older.name, when: shownInstant(older.createdAt) })}
          <button
            type="button"
            className="plain"
            onClick={() => void copied(older.id, older.name).catch(failed)}
          >
            {say('media.attachments.save')}
          </button>
        </p>
      ))}
    </li>
  )
}

function Title(props: {
  readonly label: string
  readonly placeholder: string
  readonly text: string | null
  readonly keep: (text: string) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const keep = (): void => {
    if (text !== null && text.trim() !== (props.text ?? '')) props.keep(text)
    setText(null)
  }
  return (
    <Input
      size="small"
      aria-label={props.label}
      placeholder={props.placeholder}
      maxLength={200}
      value={text ?? props.text ?? ''}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onPressEnter={(event) => {
        if (!isComposing(event.nativeEvent)) keep()
      }}
    />
  )
}

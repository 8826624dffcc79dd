import { useId, useState } from 'react'
import { PROVINCES } from '../../shared/workspace/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { museum } from '../bridge/museum.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'

export interface MuseumWish {
  readonly folder: string
  readonly name: string
  readonly province: (typeof PROVINCES)[number]
}

/** Name, province and folder of a new museum. */
export function CreateMuseum(props: { readonly busy: boolean; readonly create: (wish: MuseumWish) => void }) {
  const say = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [province, setProvince] = useState<MuseumWish['province']>('default')
  const [folder, setFolder] = useState<ChosenFile | null>(null)
  const [error, setError] = useState<unknown>(null)
  const choose = (): void => {
    museum.shell
      .choose({
        purpose: 'newMuseumFolder',
        suggested: name.trim() || say('workspace.create.folder.suggested'),
      })
      .then(({ file }) => file && setFolder(file), setError)
  }
  const missing = name.trim() === '' ? 'name' : folder === null ? 'folder' : null
  return (
    <form
      className="start-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null && folder) props.create({ folder: folder.token, name: name.trim(), province })
      }}
    >
      <label htmlFor={`${id}-name`}>{say('workspace.create.name')}</label>
      <Input
        id={`${id}-name`}
        value={name}
        maxLength={100}
        autoFocus
        placeholder={say('workspace.create.name.example')}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-province`}>{say('workspace.create.province')}</label>
      <Select
        id={`${id}-province`}
        value={province}
        onChange={setProvince}
        options={PROVINCES.map((one) => ({ value: one, label: say(`workspace.province.${one}`) }))}
      />
      <span className="start-label">{say('workspace.create.folder')}</span>
      <div className="start-folder">
        <Button icon={<Glyph name="folder" />} onClick={choose}>
          {say('workspace.create.folder.choose')}
        </Button>
        <span className={folder ? '' : 'soft'}>
          {folder ? folder.name : say('workspace.create.folder.none')}
        </span>
      </div>
      {error === null ? null : <FaultNotice error={error} />}
      <Button type="primary" htmlType="submit" disabled={props.busy || missing !== null}>
        {say('workspace.create.do')}
      </Button>
      {missing === null ? null : <p className="soft">{say(`workspace.create.missing.${missing}`)}</p>}
    </form>
  )
}

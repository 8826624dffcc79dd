import { useState } from 'react'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { languageNow, useWords } from '../kit/words.ts'

/** Rows that could not be taken, saved as a workbook with the reason in a column, to be mended there and read again. */
export function Refusals({ batch, rows }: { readonly batch: string; readonly rows: number }) {
  const say = useWords()
  const [saved, setSaved] = useState<ChosenFile | null>(null)
  const [error, setError] = useState<unknown>(null)
  const save = async (): Promise<void> => {
    setError(null)
    const { file } = await museum.shell.choose({
      purpose: 'saveWorkbook',
      suggested: say('imports.refusals.suggested'),
    })
    if (!file) return
    await museum.imports.saveRefusals({ batch, file: file.token, language: languageNow() })
    setSaved(file)
  }
  const reveal = (): void => {
    if (saved) museum.shell.reveal({ token: saved.token }).catch(failed)
  }
  return (
    <>
      {error === null ? null : <FaultNotice error={error} />}
      {saved ? (
        <Notice tone="told" deeds={<Button onClick={reveal}>{say('common.reveal')}</Button>}>
          {say('imports.refusals.saved', { file: saved.name, count: rows })}
        </Notice>
      ) : (
        <div>
          <Button onClick={() => void save().catch(setError)}>{say('imports.refusals.save')}</Button>
        </div>
      )}
    </>
  )
}

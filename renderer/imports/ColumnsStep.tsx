import { useState } from 'react'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useWords } from '../kit/words.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { journey, rehearse, walkTo } from './journey.ts'

/** Where each column goes, and why; everything can be changed before anything is read. */
export function ColumnsStep() {
  const say = useWords()
  const sheets = journey.use().sheets.filter(({ included }) => included)
  const [looked, setLooked] = useState(sheets[0]?.name ?? '')
  const choice = sheets.find(({ name }) => name === looked) ?? sheets[0]
  const numberless = sheets.filter(({ targets }) => !Object.values(targets).includes('number'))
  return (
    <>
      <p className="soft">{say('imports.columns.what')}</p>
      {sheets.length > 1 ? (
        <Tabs
          label={say('imports.sheets')}
          tabs={sheets.map(({ name }) => ({ key: name, words: name }))}
          chosen={choice?.name ?? ''}
          choose={setLooked}
        />
      ) : null}
      {choice ? <ColumnsTable key={choice.name} choice={choice} /> : null}
      {numberless.length > 0 ? (
        <Notice tone="refused">
          {say('imports.columns.noNumber', { sheets: numberless.map(({ name }) => name) })}
        </Notice>
      ) : null}
      <footer className="imports-foot">
        <Button onClick={() => walkTo('sheets')}>{say('common.back')}</Button>
        <Button type="primary" disabled={numberless.length > 0} onClick={() => void rehearse()}>
          {say('imports.next.rehearse')}
        </Button>
      </footer>
    </>
  )
}

import { useState } from 'react'
import { Button, Checkbox } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { changeSheet, journey, walkTo } from './journey.ts'
import { Preview } from './Preview.tsx'

/** Which sheets are lists of objects, and in which rows their headings stand. */
export function SheetsStep() {
  const say = useWords()
  const { seen, sheets } = journey.use()
  const [looked, setLooked] = useState(() => sheets.find(({ included }) => included)?.name ?? sheets[0]?.name)
  const choice = sheets.find(({ name }) => name === looked)
  const sheet = seen?.sheets.find(({ name }) => name === looked)
  const none = !sheets.some(({ included }) => included)
  return (
    <>
      <p className="soft">{say('imports.sheets.what')}</p>
      <div className="imports-sheets">
        <ul className="sheet-list" aria-label={say('imports.sheets')}>
          {sheets.map((one) => (
            <li key={one.name} className={one.name === looked ? 'looked' : undefined}>
              <Checkbox
                checked={one.included}
                aria-label={say('imports.sheets.include', { name: one.name })}
                onChange={(event) => changeSheet(one.name, { included: event.target.checked })}
              />
              <button type="button" className="plain" onClick={() => setLooked(one.name)}>
                {one.name}
              </button>
              <span className="soft">
                {one.headerRows.length === 0
                  ? say('imports.sheets.noHeader')
                  : say('imports.sheets.header', { rows: one.headerRows.map(String) })}
              </span>
            </li>
          ))}
        </ul>
        {sheet && choice ? <Preview sheet={sheet} choice={choice} /> : null}
      </div>
      {none ? <Notice tone="warned">{say('imports.sheets.none')}</Notice> : null}
      <footer className="imports-foot">
        <Button type="primary" disabled={none} onClick={() => walkTo('columns')}>
          {say('imports.next.columns')}
        </Button>
      </footer>
    </>
  )
}

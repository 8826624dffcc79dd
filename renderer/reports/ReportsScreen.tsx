import { useState } from 'react'
import { REPORTS, type ReportId } from '../../shared/reports/contract.ts'
import { museum } from '../bridge/museum.ts'
import { ExchangeList } from '../exchange/ExchangeList.tsx'
import { WholeMuseum } from '../exchange/WholeMuseum.tsx'
import { isNarrowed, view } from '../catalogue/view.ts'
import { useWords } from '../kit/words.ts'
import { Button, Radio } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount, shownSeconds } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { pressFor } from '../frame/commands.ts'
import { run } from '../frame/deeds.ts'
import { failed } from '../frame/status.ts'
import { into, making } from './making.ts'
import './reports.css'

type Range = 'all' | 'found'

/** The reports that authorities ask for, written into a workbook. */
export function ReportsScreen() {
  const say = useWords()
  const { find } = view.use()
  const narrowed = isNarrowed(find)
  const [wanted, setRange] = useState<Range>('all')
  const range = narrowed ? wanted : 'all'
  const [error, setError] = useState<unknown>(null)
  const { state } = making.use()
  const make = async (report: ReportId): Promise<void> => {
    setError(null)
    const { file } = await museum.shell.choose({
      purpose: 'saveWorkbook',
      suggested: say(`reports.file.${report}`),
    })
    if (!file) return
    into.set(file)
    await making.start(() =>
      museum.reports.make({ report, file: file.token, ...(range === 'found' ? { find } : {}) })
    )
  }
  return (
    <div className="room">
      <h1>{say('frame.room.reports')}</h1>
      <fieldset className="reports-range">
        <legend>{say('reports.range')}</legend>
        <Radio checked={range === 'all'} onChange={() => setRange('all')}>
          {say('reports.range.all')}
        </Radio>
        <Radio checked={range === 'found'} disabled={!narrowed} onChange={() => setRange('found')}>
          {say(narrowed ? 'reports.range.found' : 'reports.range.found.none')}
        </Radio>
      </fieldset>
      <ul className="reports">
        {REPORTS.map((report) => (
          <li key={report}>
            <h2>
              <span className="soft">{report}</span> {say(`reports.${report}`)}
            </h2>
            <p>{say(`reports.${report}.what`)}</p>
            <p className="soft">{say(`reports.${report}.form`)}</p>
            <Button disabled={state === 'running'} onClick={() => void make(report).catch(setError)}>
              {say('reports.make')}
            </Button>
          </li>
        ))}
        <li>
          <h2>
            <span className="soft">R18</span> {say('reports.R18')}
          </h2>
          <p>{say('reports.R18.what')}</p>
          <p className="soft">{say('reports.R18.form')}</p>
          <Button title={pressFor('paper.open') ?? undefined} onClick={() => run('paper.open')}>
            {say('reports.print')}
          </Button>
        </li>
      </ul>
      {error === null ? null : <FaultNotice error={error} />}
      <WorkView work={making} />
      <Made />
      <ExchangeList find={range === 'found' ? find : null} />
      <WholeMuseum />
    </div>
  )
}

function Made() {
  const say = useWords()
  const { answer } = making.use()
  const file = into.use()
  if (!answer) return null
  const reveal = (): void => {
    if (file) museum.shell.reveal({ token: file.token }).catch(failed)
  }
  return (
    <Notice tone="told" testId="report-made" deeds={<Button onClick={reveal}>{say('common.reveal')}</Button>}>
      {say('reports.made', {
        report: say(`reports.${answer.report}`),
        file: answer.file,
        rows: shownCount(answer.rows),
        seconds: shownSeconds(answer.ms),
      })}
    </Notice>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PAPERS, type Paper } from '../../shared/paper/contract.ts'
import { labelsOnSheet } from '../../shared/paper/sheet.ts'
import { museum } from '../bridge/museum.ts'
import { useSetting } from '../bridge/useSetting.ts'
import { Button, Input, Modal, Radio, Segmented } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { museumToday, shownCount } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { LABELS, labelKept, makerKept, wishOf } from './choices.ts'
import { LabelOptions } from './LabelOptions.tsx'
import { PaperDone } from './PaperDone.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { closePaper, making, printPaper, RANGES, savePaper, type Printable, type Range } from './printing.ts'
import './paper.css'

const DAY = /^\d{4}-\d\d-\d\d$/

/** What to print, of which objects, how; beside it what the first page will look like. */
export function PaperDialog({ printable }: { readonly printable: Printable }) {
  const say = useWords()
  const ranges = RANGES.filter((range) => printable[range])
  const [paper, setPaper] = useState<Paper>('card')
  const [range, setRange] = useState<Range>(ranges[0] ?? 'found')
  const [label, keepLabel] = useSetting('labels', labelKept, LABELS)
  const [start, setStart] = useState(1)
  const [kept, keepMaker] = useSetting('cardMaker', makerKept, { maker: '' })
  const { data: state } = useQuery({
    queryKey: ['workspace', 'person'],
    queryFn: () => museum.workspace.state({}),
  })
  const maker = kept.maker === '' ? (state?.person ?? '') : kept.maker
  const [madeOn, setMadeOn] = useState(museumToday)
  const [error, setError] = useState<unknown>(null)
  const isRunning = making.use().state === 'running'
  const meant = printable[range]
  if (!meant) return null
  const isLabel = paper === 'label' || paper === 'calibration'
  const day = DAY.test(madeOn) ? madeOn : museumToday()
  const first = Math.min(start, labelsOnSheet(label.sheet))
  const wish = wishOf({ paper, chosen: meant.chosen, maker, madeOn: day, label, start: first })
  const count = meant.count ?? 0
  const name = say(`paper.file.${paper}`, { count: shownCount(count) })
  const act = (deed: typeof savePaper) => (): void => {
    setError(null)
    void deed(wish, name).catch(setError)
  }
  const isEmpty = paper !== 'calibration' && count === 0
  return (
    <Modal
      open
      centered
      footer={null}
      width={1080}
      mask={{ closable: false }}
      title={say('paper.title')}
      onCancel={closePaper}
    >
      <div className="paper" data-testid="paper">
        <div className="paper-choices">
          <Segmented<Paper>
            aria-label={say('paper.kind')}
            value={paper}
            options={PAPERS.map((one) => ({ value: one, label: say(`paper.${one}`) }))}
            onChange={(next) => {
              // what was told of another kind of paper is not about this one
              if (!isRunning) making.clear()
              setError(null)
              setPaper(next)
            }}
          />
          <p className="soft">{say(`paper.${paper}.what`)}</p>
          {paper === 'calibration' ? null : (
            <fieldset className="paper-range">
              <legend>{say('paper.range')}</legend>
              {ranges.map((one) => (
                <Radio key={one} checked={one === range} onChange={() => setRange(one)}>
                  {say(`paper.range.${one}`, { count: shownCount(printable[one]?.count ?? 0) })}
                </Radio>
              ))}
            </fieldset>
          )}
          {isLabel ? (
            <LabelOptions
              kept={label}
              keep={keepLabel}
              start={first}
              setStart={setStart}
              isCalibration={paper === 'calibration'}
            />
          ) : (
            <div className="paper-maker">
              <label>
                <span>{say(`paper.maker.${paper}`)}</span>
                <Input
                  value={maker}
                  maxLength={60}
                  onChange={(event) => keepMaker({ maker: event.target.value })}
                />
              </label>
              <label>
                <span>{say(`paper.madeOn.${paper}`)}</span>
                <Input
                  value={madeOn}
                  maxLength={10}
                  status={DAY.test(madeOn) ? '' : 'error'}
                  placeholder="2026-03-01"
                  onChange={(event) => setMadeOn(event.target.value)}
                />
              </label>
            </div>
          )}
          {error === null ? null : <FaultNotice error={error} />}
          <WorkView work={making} />
          <PaperDone />
          <div className="paper-deeds">
            <Button type="primary" disabled={isRunning || isEmpty} onClick={act(printPaper)}>
              {say('paper.print')}
            </Button>
            <Button disabled={isRunning || isEmpty} onClick={act(savePaper)}>
              {say('paper.save')}
            </Button>
            <span className="soft">{say('paper.print.how')}</span>
          </div>
        </div>
        {isEmpty ? <p className="paper-preview soft">{say('paper.empty')}</p> : <PaperPreview wish={wish} />}
      </div>
    </Modal>
  )
}

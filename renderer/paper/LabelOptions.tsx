import { QR_TEXTS, type LabelShow } from '../../shared/paper/contract.ts'
import { labelsOnSheet, STOCK, type LabelSheet } from '../../shared/paper/sheet.ts'
import { Checkbox, InputNumber, Radio, Select } from '../kit/controls.ts'
import { useWords, type WordKey } from '../kit/words.ts'
import { stockOf, type LabelKept } from './choices.ts'

interface Measure {
  readonly words: WordKey
  readonly of: (sheet: LabelSheet) => number
  readonly put: (sheet: LabelSheet, value: number) => LabelSheet
  /** Least and most, in millimetres, or a count where `whole`. */
  readonly from: number
  readonly to: number
  readonly whole?: true
}

const MEASURES: readonly Measure[] = [
  {
    words: 'paper.sheet.pageWidth',
    of: ({ page }) => page.width,
    put: (sheet, width) => ({ ...sheet, page: { ...sheet.page, width } }),
    from: 15,
    to: 500,
  },
  {
    words: 'paper.sheet.pageHeight',
    of: ({ page }) => page.height,
    put: (sheet, height) => ({ ...sheet, page: { ...sheet.page, height } }),
    from: 15,
    to: 500,
  },
  {
    words: 'paper.sheet.width',
    of: ({ label }) => label.width,
    put: (sheet, width) => ({ ...sheet, label: { ...sheet.label, width } }),
    from: 15,
    to: 500,
  },
  {
    words: 'paper.sheet.height',
    of: ({ label }) => label.height,
    put: (sheet, height) => ({ ...sheet, label: { ...sheet.label, height } }),
    from: 15,
    to: 500,
  },
  {
    words: 'paper.sheet.columns',
    of: ({ columns }) => columns,
    put: (sheet, columns) => ({ ...sheet, columns }),
    from: 1,
    to: 20,
    whole: true,
  },
  {
    words: 'paper.sheet.rows',
    of: ({ rows }) => rows,
    put: (sheet, rows) => ({ ...sheet, rows }),
    from: 1,
    to: 60,
    whole: true,
  },
  {
    words: 'paper.sheet.left',
    of: ({ left }) => left,
    put: (sheet, left) => ({ ...sheet, left }),
    from: 0,
    to: 500,
  },
  {
    words: 'paper.sheet.top',
    of: ({ top }) => top,
    put: (sheet, top) => ({ ...sheet, top }),
    from: 0,
    to: 500,
  },
  {
    words: 'paper.sheet.pitchX',
    of: ({ pitch }) => pitch.x,
    put: (sheet, x) => ({ ...sheet, pitch: { ...sheet.pitch, x } }),
    from: 15,
    to: 500,
  },
  {
    words: 'paper.sheet.pitchY',
    of: ({ pitch }) => pitch.y,
    put: (sheet, y) => ({ ...sheet, pitch: { ...sheet.pitch, y } }),
    from: 15,
    to: 500,
  },
]

const SHOWN = ['museum', 'name', 'era', 'bars', 'picture'] as const satisfies readonly (keyof LabelShow)[]
const OWN = 'own'

/** Which label paper, its measures, how far the printer is off, and what stands on a label. */
export function LabelOptions(props: {
  readonly kept: LabelKept
  readonly keep: (kept: LabelKept) => void
  readonly start: number
  readonly setStart: (start: number) => void
  readonly isCalibration: boolean
}) {
  const say = useWords()
  const { kept, keep } = props
  const { sheet, shift, show } = kept
  const choose = (id: string): void => {
    const stock = STOCK.find((one) => one.id === id)
    if (stock) keep({ ...kept, sheet: stock.sheet })
  }
  const nameOf = (id: string, name: string): string =>
    id.startsWith('roll') ? say('paper.sheet.roll', { size: name }) : name
  return (
    <div className="paper-label">
      <label className="paper-stock">
        <span>{say('paper.sheet')}</span>
        <Select
          aria-label={say('paper.sheet')}
          value={stockOf(sheet) ?? OWN}
          options={[
            ...STOCK.map(({ id, name }) => ({ value: id, label: nameOf(id, name) })),
            ...(stockOf(sheet) === null ? [{ value: OWN, label: say('paper.sheet.own') }] : []),
          ]}
          onChange={choose}
        />
      </label>
      <div className="paper-measures">
        {MEASURES.map(({ words, of, put, from, to, whole }) => (
          <label key={words}>
            <span>{say(words)}</span>
            <InputNumber
              aria-label={say(words)}
              size="small"
              value={of(sheet)}
              min={from}
              max={to}
              step={whole ? 1 : 0.1}
              precision={whole ? 0 : 2}
              onChange={(value) => {
                if (value !== null) keep({ ...kept, sheet: put(sheet, value) })
              }}
            />
          </label>
        ))}
        {(['x', 'y'] as const).map((axis) => (
          <label key={axis}>
            <span>{say(`paper.shift.${axis}`)}</span>
            <InputNumber
              aria-label={say(`paper.shift.${axis}`)}
              size="small"
              value={shift[axis]}
              min={-20}
              max={20}
              step={0.1}
              precision={2}
              onChange={(value) => {
                if (value !== null) keep({ ...kept, shift: { ...shift, [axis]: value } })
              }}
            />
          </label>
        ))}
        {props.isCalibration ? null : (
          <label>
            <span>{say('paper.start')}</span>
            <InputNumber
              aria-label={say('paper.start')}
              size="small"
              value={props.start}
              min={1}
              max={labelsOnSheet(sheet)}
              precision={0}
              onChange={(value) => {
                if (value !== null) props.setStart(value)
              }}
            />
          </label>
        )}
      </div>
      {props.isCalibration ? null : (
        <>
          <fieldset className="paper-range">
            <legend>{say('paper.show')}</legend>
            {SHOWN.map((what) => (
              <Checkbox
                key={what}
                checked={show[what]}
                onChange={(event) => keep({ ...kept, show: { ...show, [what]: event.target.checked } })}
              >
                {say(`paper.show.${what}`)}
              </Checkbox>
            ))}
          </fieldset>
          <fieldset className="paper-range">
            <legend>{say('paper.qr')}</legend>
            {QR_TEXTS.map((qr) => (
              <Radio
                key={qr}
                checked={show.qr === qr}
                onChange={() => keep({ ...kept, show: { ...show, qr } })}
              >
                {say(`paper.qr.${qr}`)}
              </Radio>
            ))}
          </fieldset>
        </>
      )}
    </div>
  )
}

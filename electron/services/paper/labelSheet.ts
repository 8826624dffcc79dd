import {
  CALIBRATION,
  cornerOf,
  labelsOnSheet,
  type LabelSheet,
  type Shift,
} from '../../../shared/paper/sheet.ts'
import { tag, together, type Markup } from './markup.ts'

/** Fonts of the system that are read well when they are small. */
const FONTS = "'Microsoft YaHei','微软雅黑','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
const LINE = '#9AA0A8'

/** A sheet as a drawing, a unit a millimetre. `outlines` shows where the labels are, for looking at on the screen. */
export function drawSheet(
  sheet: LabelSheet,
  by: Shift,
  labels: readonly (Markup | null)[],
  outlines: boolean
): Markup {
  const { width, height } = sheet.label
  const places = Array.from({ length: labelsOnSheet(sheet) }, (_, place) => place)
  return onPage(
    sheet,
    outlines
      ? places.map((place) => {
          const { x, y } = cornerOf(sheet, place, by)
          const look = { fill: '#ffffff', stroke: '#D5D2C8', 'stroke-width': 0.2, rx: 1 }
          return tag('rect', { x, y, width, height, ...look })
        })
      : [],
    places.map((place) => {
      const label = labels[place]
      if (!label) return null
      const { x, y } = cornerOf(sheet, place, by)
      // a drawing of its own: what runs over its edge is not seen on the label beside it
      return tag('svg', { x, y, width, height, viewBox: `0 0 ${width} ${height}`, overflow: 'hidden' }, label)
    })
  )
}

function onPage({ page }: LabelSheet, ...content: readonly (readonly (Markup | null)[])[]): Markup {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${page.width}mm`,
      height: `${page.height}mm`,
      viewBox: `0 0 ${page.width} ${page.height}`,
      'font-family': FONTS,
      lang: 'zh-CN',
    },
    ...content
  )
}

/** The outline of every label, a ruler and how to go by them: laid over the label paper it shows how far the printer is off. */
export function drawCalibration(sheet: LabelSheet, by: Shift): Markup {
  const { page, label } = sheet
  const places = Array.from({ length: labelsOnSheet(sheet) }, (_, place) => place)
  const long = [100, 50, 20].find((mm) => mm + 10 <= page.width) ?? 10
  const small = Math.min(3, label.height / 9)
  const words = [CALIBRATION.title, CALIBRATION.ruler.replace('{mm}', String(long)), ...CALIBRATION.how]
  const from = { x: (page.width - long) / 2, y: Math.min(page.height - 3, page.height * 0.5) }
  return onPage(
    sheet,
    places.map((place) => {
      const { x, y } = cornerOf(sheet, place, by)
      return together(
        tag('rect', {
          x,
          y,
          width: label.width,
          height: label.height,
          fill: 'none',
          stroke: '#000000',
          'stroke-width': 0.15,
        }),
        tag('text', { x: x + 1.5, y: y + 1.5 + small, 'font-size': small, fill: LINE }, String(place + 1))
      )
    }),
    [
      tag('rect', {
        x: from.x - 3,
        y: from.y - small * 1.5 * words.length - 3,
        width: long + 6,
        height: small * 1.5 * words.length + 6,
        fill: '#ffffff',
      }),
      ...words.map((line, at) =>
        tag(
          'text',
          {
            x: page.width / 2,
            y: from.y - small * 1.5 * (words.length - at - 0.4),
            'font-size': small,
            'text-anchor': 'middle',
          },
          line
        )
      ),
      tag('path', {
        d: `M${from.x} ${from.y}h${long}M${from.x} ${from.y - 2}v4M${from.x + long} ${from.y - 2}v4`,
        stroke: '#000000',
        'stroke-width': 0.2,
        fill: 'none',
      }),
    ]
  )
}

/** One sheet a page, all of the paper used. */
export const sheetLook = ({ page }: LabelSheet): string => `
@page { size: ${page.width}mm ${page.height}mm; margin: 0; }
* { margin: 0; padding: 0; }
.sheet { width: ${page.width}mm; height: ${page.height - 0.1}mm; overflow: hidden; break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet > svg { display: block; }
`

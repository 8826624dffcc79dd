import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import { cellText } from '../../../shared/paper/cells.ts'
import { FORM, type Cell } from '../../../shared/paper/r18.ts'
import { longDay } from '../../../shared/reports/corrections.ts'
import { tag, together, type Markup } from './markup.ts'
import type { PaperPicture } from './pictures.ts'

/** Whose card it is and who fills it in; `madeOn` is a day, `2026-03-01`. */
export interface CardFrame {
  readonly museum: string
  readonly maker: string
  readonly madeOn: string
}

/** Pictures on a card: a large one and two beside each other below it. */
export const CARD_PICTURES = 3

/** 藏品编目卡 (R18): all items of the ledger beside the picture, the long texts below, who made it at the foot. */
export function cardMarkup(
  record: ObjectRecord,
  pictures: readonly PaperPicture[],
  frame: CardFrame
): Markup {
  const { title, number, rows, texts, foot } = FORM.card
  return tag(
    'article',
    { class: 'card' },
    tag(
      'header',
      { class: 'card-head' },
      tag('div', { class: 'museum' }, frame.museum),
      tag('h1', {}, title),
      tag('div', { class: 'number' }, `${number}：${cellText('number', record)}`)
    ),
    tag(
      'div',
      { class: 'top' },
      tag('div', { class: 'facts' }, factTable(rows, record)),
      tag('div', { class: 'pictures' }, ...pictureColumn(pictures))
    ),
    tag(
      'table',
      { class: 'texts' },
      tag(
        'tbody',
        {},
        texts.map(([name, label, share]) =>
          tag('tr', { class: `share-${share}` }, tag('th', {}, label), tag('td', {}, cellText(name, record)))
        )
      )
    ),
    tag(
      'div',
      { class: 'foot' },
      tag('span', {}, `${foot.maker}：${frame.maker}`),
      tag('span', {}, `${foot.madeOn}：${longDay(frame.madeOn)}`),
      tag('span', {}, `${foot.reviewer}：`)
    )
  )
}

/** Rows of one or two items; one alone takes the whole width. */
export function factTable(rows: readonly (readonly Cell[])[], record: ObjectRecord): Markup {
  const line = (cells: readonly Cell[]): Markup =>
    tag(
      'tr',
      {},
      cells.map(([name, label]) =>
        together(
          tag('th', {}, label),
          tag('td', cells.length === 1 ? { colspan: 3 } : {}, cellText(name, record))
        )
      )
    )
  return tag('table', {}, tag('tbody', {}, rows.map(line)))
}

function pictureColumn(pictures: readonly PaperPicture[]): readonly Markup[] {
  const [first, ...more] = pictures.slice(0, CARD_PICTURES)
  if (!first) return [tag('div', { class: 'picture empty blank' }, FORM.card.picture)]
  return [
    framed(first, 'picture first', FORM.card.pictureLost),
    ...(first.caption === null ? [] : [tag('div', { class: 'caption' }, first.caption)]),
    ...(more.length === 0
      ? []
      : [
          tag(
            'div',
            { class: 'more' },
            more.map((one) => framed(one, 'picture', FORM.card.pictureLost))
          ),
        ]),
  ]
}

/** A picture in its frame; a lost one says so. */
export function framed(picture: PaperPicture, look: string, lost: string): Markup {
  return picture.source === null
    ? tag('div', { class: `${look} blank` }, lost)
    : tag('div', { class: look }, tag('img', { src: picture.source, alt: picture.view }))
}

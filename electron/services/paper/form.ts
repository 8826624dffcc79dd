import { CALIBRATION } from '../../../shared/paper/sheet.ts'
import type { PaperWish } from '../../../shared/paper/contract.ts'
import type { PressSheet } from '../../../shared/paper/press.ts'
import { FORM } from '../../../shared/paper/r18.ts'
import { sheetLook } from './labelSheet.ts'
import { CARD_LOOK, DOSSIER_LOOK, FONTS } from './look.ts'
import { tag, together, type Markup } from './markup.ts'
import type { Piece } from './pieces.ts'

/** What a kind of paper looks like, and what it is called as a whole. */
export function formOf(wish: PaperWish): { readonly css: string; readonly title: string } {
  switch (wish.paper) {
    case 'card':
      return { css: CARD_LOOK, title: FORM.card.title }
    case 'dossier':
      return { css: DOSSIER_LOOK, title: FORM.dossier.title }
    case 'label':
      return { css: sheetLook(wish.sheet), title: '' }
    case 'calibration':
      return { css: sheetLook(wish.sheet), title: CALIBRATION.title }
  }
}

/** Pieces as one document for the print engine. Running lines only where the paper has margins: those of one object. */
export function pressSheet(wish: PaperWish, all: readonly Piece[], museum: string): PressSheet {
  const { css, title } = formOf(wish)
  const isSheet = wish.paper === 'label' || wish.paper === 'calibration'
  const [first] = all
  return {
    css,
    title,
    body: (isSheet
      ? together(all.map(({ markup }) => tag('div', { class: 'sheet' }, markup)))
      : together(all.map(({ markup }) => markup))
    ).html,
    running: isSheet || !first ? null : running([museum, title].join('　'), first.title, margins(wish)),
  }
}

/** The running lines stand as far in as the text. */
const margins = (wish: PaperWish): string => (wish.paper === 'card' ? '0 14mm 0 20mm' : '0 16mm 0 24mm')

function running(left: string, right: string, padding: string): { header: string; footer: string } {
  const look = `font-family:${FONTS};font-size:8.5pt;color:#4A4F57;width:100%;padding:${padding};`
  const short = 'white-space:nowrap;overflow:hidden;text-overflow:ellipsis;'
  const header = tag(
    'div',
    { style: `${look}display:flex;justify-content:space-between;` },
    tag('span', { style: `${short}max-width:80mm` }, left),
    tag('span', { style: `${short}max-width:90mm` }, right)
  )
  const [before = '', between = '', after = ''] = FORM.running.page.split(/\{pages?\}/)
  const footer = tag(
    'div',
    { style: `${look}text-align:center;` },
    before,
    tag('span', { class: 'pageNumber' }),
    between,
    tag('span', { class: 'totalPages' }),
    after
  )
  return { header: header.html, footer: footer.html }
}

/** Pixels of a page of A4 on the screen, at 96 an inch. */
const A4 = { width: 210, height: 297 }
const PX = 96 / 25.4

/** A piece as a drawing that shows what its first page will look like: HTML set into an SVG, which runs no script. */
export function shownPiece(wish: PaperWish, piece: Piece): { svg: string; width: number; height: number } {
  if (wish.paper === 'label' || wish.paper === 'calibration')
    return { svg: piece.markup.html, ...wish.sheet.page }
  const [top, right, bottom, left] = wish.paper === 'card' ? [19, 14, 17, 20] : [21, 16, 18, 24]
  const { css } = formOf(wish)
  const page = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${A4.width}mm`,
      height: `${A4.height}mm`,
      viewBox: `0 0 ${A4.width * PX} ${A4.height * PX}`,
    },
    tag('rect', { width: A4.width * PX, height: A4.height * PX, fill: '#ffffff' }),
    tag(
      'foreignObject',
      {
        x: left * PX,
        y: top * PX,
        width: (A4.width - left - right) * PX,
        height: (A4.height - top - bottom) * PX,
      },
      inHtml(css, piece.markup)
    )
  )
  return { svg: page.html, ...A4 }
}

const inHtml = (css: string, markup: Markup): Markup =>
  tag(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml', class: 'paper', lang: 'zh-CN' },
    tag('style', {}, css),
    markup
  )

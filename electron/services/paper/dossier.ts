import type { AuditEntry } from '../../../shared/audit/contract.ts'
import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import { VIEWS } from '../../../shared/media/rules.ts'
import { cellText } from '../../../shared/paper/cells.ts'
import { FORM, type Cell } from '../../../shared/paper/r18.ts'
import { longDay } from '../../../shared/reports/corrections.ts'
import { factTable, framed, type CardFrame } from './card.ts'
import { historyRows, MOST_CHANGES } from './history.ts'
import { tag, together, type Markup } from './markup.ts'
import type { PaperPicture } from './pictures.ts'

/** What a dossier tells beside the record and its pictures. */
export interface DossierSources {
  /** Newest first. */
  readonly history: readonly AuditEntry[]
  /** The file that the record was read from. */
  readonly readFrom: { readonly file: string; readonly day: string } | null
}

const { dossier: WORDS } = FORM
/** Lines left for what is written by hand. */
const BLANK_PAPERS = 3
const BLANK_USES = 6

/** 文物藏品档案 (R18, 一物一卷): cover, facts, texts, pictures by view, opinions, papers, changes, signatures. */
export function dossierMarkup(
  record: ObjectRecord,
  pictures: readonly PaperPicture[],
  frame: CardFrame,
  { history, readFrom }: DossierSources
): Markup {
  const { parts } = WORDS
  return tag(
    'article',
    {},
    cover(record, frame),
    part(parts.facts, tag('div', { class: 'facts' }, factTable(WORDS.facts, record)), extras(record)),
    part(parts.texts, ...WORDS.texts.map((cell) => text(cell, record))),
    part(parts.pictures, gallery(pictures)),
    part(
      parts.appraisal,
      tag('p', { class: 'text' }, cellText('appraisal', record)),
      tag(
        'div',
        { class: 'sign' },
        WORDS.expert.map((words) => tag('div', {}, words))
      )
    ),
    part(parts.provenance, tag('p', { class: 'text' }, cellText('provenance', record) || WORDS.none)),
    part(parts.papers, papers(record, readFrom)),
    part(parts.use, rowTable('rows use', WORDS.useHead, blanks(BLANK_USES))),
    part(parts.history, ...changes(history)),
    part(
      parts.signatures,
      tag(
        'div',
        { class: 'sign' },
        WORDS.signatures.map((words) =>
          tag('div', {}, tag('span', {}, words), tag('span', { class: 'on' }, WORDS.signedOn))
        )
      )
    )
  )
}

const part = (title: string, ...content: readonly Markup[]): Markup =>
  tag('section', {}, tag('h2', {}, title), ...content)

function cover(record: ObjectRecord, frame: CardFrame): Markup {
  const foot = WORDS.coverFoot
  return tag(
    'section',
    { class: 'cover' },
    tag('div', { class: 'museum' }, frame.museum),
    tag('h1', {}, WORDS.title),
    tag('div', { class: 'note' }, WORDS.note),
    factTable(
      WORDS.cover.map((cell) => [cell]),
      record
    ),
    tag(
      'div',
      { class: 'cover-foot' },
      tag('div', {}, `${foot.museum}：${frame.museum}`),
      tag('div', {}, `${foot.maker}：${frame.maker}`),
      tag('div', {}, `${foot.madeOn}：${longDay(frame.madeOn)}`)
    )
  )
}

/** The museum's own columns beside the record: nothing that is kept is left out of its file. */
function extras(record: ObjectRecord): Markup {
  const own = Object.entries(record.extras)
  if (own.length === 0) return together()
  const rows = own.map(([heading, said]) => tag('tr', {}, tag('th', {}, heading), tag('td', {}, said)))
  return together(
    tag('h3', {}, FORM.extra),
    tag('div', { class: 'facts' }, tag('table', {}, tag('tbody', {}, rows)))
  )
}

const text = ([name, label]: Cell, record: ObjectRecord): Markup =>
  together(tag('h3', {}, label), tag('p', { class: 'text' }, cellText(name, record) || WORDS.none))

function gallery(pictures: readonly PaperPicture[]): Markup {
  if (pictures.length === 0) return tag('p', { class: 'text' }, WORDS.noPictures)
  const rank = (view: string): number => {
    const at = VIEWS.findIndex((one) => one === view)
    return at < 0 ? VIEWS.length : at
  }
  const byView = [...pictures].sort((a, b) => rank(a.view) - rank(b.view))
  return tag(
    'div',
    { class: 'gallery' },
    byView.map((picture) =>
      tag(
        'figure',
        {},
        framed(picture, 'picture', WORDS.pictureLost),
        tag(
          'figcaption',
          {},
          [picture.view, picture.caption, picture.taken?.slice(0, 10)]
            .filter((one) => typeof one === 'string')
            .join('　')
        )
      )
    )
  )
}

function papers(record: ObjectRecord, readFrom: DossierSources['readFrom']): Markup {
  const held = [
    [WORDS.entryVoucher, cellText('entryVoucher', record), cellText('acquiredOn', record), ''],
    ...(readFrom === null ? [] : [[WORDS.importedFrom, readFrom.file, longDay(readFrom.day), '']]),
    [WORDS.deaccessionVoucher, cellText('deaccessionVoucher', record), '', ''],
  ].filter(([, number]) => number !== '')
  return rowTable('rows papers', WORDS.paperHead, [...held, ...blanks(BLANK_PAPERS)])
}

function changes(history: readonly AuditEntry[]): readonly Markup[] {
  const rows = historyRows(history)
  if (rows.length === 0) return [tag('p', { class: 'text' }, WORDS.none)]
  const left = rows.length - MOST_CHANGES
  const table = rowTable('rows history', WORDS.historyHead, rows.slice(0, MOST_CHANGES))
  if (left <= 0) return [table]
  return [table, tag('p', { class: 'more' }, WORDS.historyMore.replace('{count}', String(left)))]
}

const blanks = (count: number): string[][] => Array.from({ length: count }, () => ['', '', '', ''])

function rowTable(look: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return tag(
    'table',
    { class: look },
    tag(
      'thead',
      {},
      tag(
        'tr',
        {},
        head.map((words) => tag('th', {}, words))
      )
    ),
    tag(
      'tbody',
      {},
      rows.map((cells) =>
        tag(
          'tr',
          cells.every((one) => one === '') ? { class: 'empty' } : {},
          cells.map((cell) => tag('td', {}, cell))
        )
      )
    )
  )
}

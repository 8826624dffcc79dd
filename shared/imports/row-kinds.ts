import { readCode } from '../vocabulary/tables.ts'
import { readHeading } from './headings.ts'
import type { Layout } from './layout.ts'
import type { Cell, Row } from './table.ts'

/** What a row below the header is. In doubt it is a record: a refused row is seen, one left out may not be. */
export type RowKind =
  'record' | 'blank' | 'total' | 'signature' | 'note' | 'header' | 'otherHeader' | 'columnNumbers'

const AMOUNT = /^[约共]?[\d.,]+(%|元|万元|[件套组幅枚册页条个只张对卷本]+(（[^）]*）|\([^)]*\))?)?$/
const TOTAL =
  /^(本页|本表|本册|本卷|全部|全表|全馆|以上|藏品|文物|各类|[上下]页)?(合计|总计|小计|共计|累计|总和)(数|数量|件数)?(（[^）]*）|\([^)]*\))?([:：]?[\d.,]*[件套组幅枚册张]*([（(][^）)]*[）)])?)$/
const CARRIED = /^(承前页|承上页|过次页|转下页|接上页|共\d+(件|套|组)([（(][^）)]*[）)])?)$/
const SIGNER =
  '制表|填表|填报|制单|报送|上报|编制|登记|录入|审核|复核|审批|批准|校对|核对|清点|移交|接收|点交|交接|监交|鉴定|经办|经手|记账|保管|总账|主管|分管|单位|部门|馆|联系'
const ROLE = '人员?|单位|日期|时间|负责人|领导|馆长|长|员|管理员|部主任|主任|电话|盖章|签字|签章'
const SIGNATURE = new RegExp(
  `^((${SIGNER}){1,2}(${ROLE}){0,2}|负责人|财务|会计|日期|电话|公章|盖章|签字|签章|签名)((（|\\()(公章|盖章|签字|签章|签名)(）|\\)))?[:：]`
)
const STAMP = /^[（(]?(公章|盖章|签字|签章|单位盖章|单位公章)[）)]?[:：]?$/
const DATE_LINE =
  /^[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月([\d一二三四五六七八九十]{1,3}日)?$/
const NOTE =
  /^((备注|附注|注|说明|填表说明|填报说明|注意|注意事项)\d{0,2}[:：.．、]|[※＊*]|第\d+页|共\d+页|-\d+-$)/
const LONG_LINE = 40
const LONGEST_HEADING = 20

/** Judges a row by the layout of its sheet. */
export function classifyRow(row: Row, layout: Layout): RowKind {
  const first = firstFilled(row)
  if (!first) return 'blank'
  const text = bareText(first.cell)
  if (!mayBeOther(text, first, row, layout)) return 'record'
  const filled = filledCells(row)
  const rest = filled.slice(1)
  const width = layout.headings.length
  if (isHeadAgain(filled, layout)) return 'header'
  if (isOtherHead(filled, layout)) return 'otherHeader'
  if (isColumnNumbers(row, width)) return 'columnNumbers'
  if (TOTAL.test(text) || CARRIED.test(text)) {
    const others = rest.filter(({ cell }) => !isAmount(cell)).map(({ cell }) => bareText(cell))
    if (others.every((other) => isFootText(other))) return 'total'
  }
  if (isSignature(text, rest, width)) return 'signature'
  if (NOTE.test(text) && rest.length <= 1) return 'note'
  if (rest.length === 0 && width >= 2 && isGroupTitle(first, text, layout)) return 'note'
  if (rest.length === 0 && width >= 4) {
    if (layout.bands.has(row.row) && first.cell.kind === 'text') return 'note'
    if (first.column === 0 && text.length > LONG_LINE) return 'note'
    if (first.cell.kind === 'text' && DATE_LINE.test(text)) return 'signature'
  }
  return 'record'
}

/** Whether a row is worth a closer look: of a hundred thousand records hardly one is. */
function mayBeOther(text: string, first: Filled, row: Row, layout: Layout): boolean {
  if (isLast(first.column, row)) return true
  if (/^[（(]?[1１甲]/u.test(text)) return true
  if (!/^[\dA-Za-z.\-/]*$/u.test(text)) return true
  for (const head of layout.heads) for (const word of head.values()) if (word === text) return true
  for (const line of layout.above) if (line.startsWith(text)) return true
  return false
}

const isLast = (column: number, row: Row): boolean => {
  for (let at = column + 1; at < row.cells.length; at++) if (isFilled(row.cells[at])) return false
  return true
}

/** Totals, signatures and notes: what stands under a table, or at the foot of its pages. */
export function isFooter(row: Row, layout: Layout): boolean {
  return ['total', 'signature', 'note'].includes(classifyRow(row, layout))
}

/** A line such as 1 2 3 4 …, （1）（2）… or 甲 乙 1 2 … that counts the columns. `width` is how many headings there are. */
export function isColumnNumbers(row: Row, width: number): boolean {
  const signs = filledCells(row)
  if (signs.length < 3 || signs.length * 10 < width * 6) return false
  const stems = '甲乙丙丁戊己庚辛壬癸'
  let stem = 0
  let number = 0
  for (const { cell } of signs) {
    const sign = bareText(cell).replace(/^[（(]|[）)]$/g, '')
    if (stem < stems.length && number === 0 && sign === stems[stem]) stem++
    else if (sign === String(number + 1)) number++
    else return false
  }
  return true
}

/** Texts that stand at the foot beside a total: 制表人：…, 465件, 其中珍贵文物12件. */
function isFootText(text: string): boolean {
  return SIGNATURE.test(text) || TOTAL.test(text) || /\d[件套组]/.test(text)
}

function isSignature(first: string, rest: readonly Filled[], width: number): boolean {
  if (STAMP.test(first)) return rest.length <= 2
  if (!SIGNATURE.test(first)) return false
  const signed = rest
    .map(({ cell }) => bareText(cell))
    .filter((text) => SIGNATURE.test(text) || STAMP.test(text)).length
  return rest.length - signed <= signed + 1 && rest.length <= Math.max(3, width / 2)
}

/** The header, the title or 填报单位 printed again at the top of a page. */
function isHeadAgain(filled: readonly Filled[], layout: Layout): boolean {
  if (layout.above.size > 0 && layout.above.has(filled.map(({ cell }) => bareText(cell)).join('')))
    return true
  return layout.heads.some((head) => {
    let same = 0
    let other = 0
    for (const { column, cell } of filled) {
      if (head.get(column) === bareText(cell)) same++
      else if (++other * 10 > filled.length * 3) return false
    }
    return same >= 2 && same * 10 >= filled.length * 7
  })
}

/** The first line of the header again, after which columns stand as the header says. */
export function isFirstHead(row: Row, layout: Layout): boolean {
  const [first] = layout.heads
  return first !== undefined && isHeadAgain(filledCells(row), { ...layout, above: new Set(), heads: [first] })
}

/** Headings only, but not in the places of the header: what stands below is ordered in another way. */
function isOtherHead(filled: readonly Filled[], layout: Layout): boolean {
  if (layout.heads.length === 0 || filled.length < 2) return false
  let known = 0
  let other = 0
  for (const { cell } of filled) {
    if (cell.kind === 'text' && isHeading(bareText(cell), layout)) known++
    else if (++other * 10 > filled.length * 3) return false
  }
  return known >= 2
}

function isHeading(text: string, layout: Layout): boolean {
  if (layout.heads.some((head) => [...head.values()].includes(text))) return true
  if (text.length > LONGEST_HEADING || /\d/.test(text)) return false
  const { meanings, role } = readHeading(text)
  return meanings.length > 0 || role !== null
}

const GROUP = /^[（(]?[一二三四五六七八九十]{1,3}[）)、，,.．:：\s][^\d]+$|^[^\d]{1,12}类$/u

/** 二、瓷器类 alone in its row: the title of what follows. A class alone is one where numbers should stand. */
function isGroupTitle({ column, cell }: Filled, text: string, layout: Layout): boolean {
  if (cell.kind !== 'text') return false
  if (GROUP.test(text)) return true
  return (
    column === layout.headings[0]?.column && readCode('category', text).label !== null && !/\d/.test(text)
  )
}

function isAmount(cell: Cell): boolean {
  return cell.kind === 'number' || cell.formula === true || AMOUNT.test(bareText(cell))
}

export interface Filled {
  readonly column: number
  readonly cell: Cell
}

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.kind !== 'empty' && cell.text.trim() !== ''

function firstFilled(row: Row): Filled | null {
  for (let column = 0; column < row.cells.length; column++) {
    const cell = row.cells[column]
    if (cell && isFilled(cell)) return { column, cell }
  }
  return null
}

/** The cells of a row that show something. */
export function filledCells(row: Row | undefined): Filled[] {
  const filled: Filled[] = []
  row?.cells.forEach((cell, column) => {
    if (cell.kind !== 'empty' && cell.text.trim() !== '') filled.push({ column, cell })
  })
  return filled
}

/** A cell's text without the spaces and line breaks by which headings are spread: `名 称` → 名称, `Object\nname` → Object name. */
export function bareText(cell: Cell): string {
  if (!/\s/u.test(cell.text)) return cell.text
  return cell.text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '')
}

import exchange from '../../../resources/reports/R2.json' with { type: 'json' }
import { headingKey } from '../../../shared/imports/headings.ts'

/** Headings of sheets that explain codes; two of them, and no list of objects has such columns side by side. */
const OF_CODES = new Set(
  [
    '字段',
    '字段名',
    '代码',
    '代码值',
    '编码',
    '值',
    '取值',
    '标签',
    '选项',
    '含义',
    '上级',
    '父级',
    '状态',
    '版本',
  ].map(headingKey)
)
const OURS = [exchange.tables.head, exchange.errors.head].map((head) => head.map(headingKey).join('|'))

/** The sheets that R2 carries beside its list, and code tables in general: they name numbers and classes but no objects. */
export function isSideSheet(headings: readonly string[]): boolean {
  const keys = headings.map(headingKey)
  const codes = keys.filter((key) => OF_CODES.has(key)).length
  return OURS.includes(keys.join('|')) || (codes >= 2 && codes * 2 >= keys.length)
}

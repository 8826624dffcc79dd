import { foldText } from '../kernel/fold.ts'
import type { PartyKind, PartyRole } from './record.ts'

/** Fields of an object in which people are written, and what they are taken for where nothing else is said. */
export const TEXT_FIELDS = ['author', 'sourceDetail'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** The role that a way of acquisition (china-standards 1.6) gives whoever is named with it. */
const BY_SOURCE: Readonly<Record<string, PartyRole>> = {
  接受捐赠: 'donor',
  征集购买: 'seller',
  依法交换: 'transferor',
  拨交: 'transferor',
  移交: 'transferor',
  发掘: 'excavator',
  采集: 'collector',
}

/** The role in which somebody is most likely named with an object of that source. */
export const roleOfSource = (source: string | null): PartyRole => BY_SOURCE[source ?? ''] ?? 'donor'

/** Words of the deed in the text itself weigh more than the field beside it. */
const BY_WORD: readonly (readonly [RegExp, PartyRole])[] = [
  [/捐赠|捐献|赠送|惠赠|捐$/u, 'donor'],
  [/购自|购于|出售|售予|转让|处购|处征集/u, 'seller'],
  [/移交|拨交|划拨|上交|调拨|交来/u, 'transferor'],
  [/发掘/u, 'excavator'],
  [/采集|征集|拣选/u, 'collector'],
  [/寄存|代管/u, 'depositor'],
  [/旧藏|原藏/u, 'formerOwner'],
]

const INSTITUTION =
  /(馆|局|所|院|处|队|厂|公司|学校|大学|中学|小学|委员会|政府|中心|站|社|会|部|厅|寺|观|庙|银行|法院|检察院|公安|海关|店|集团)$/u
const GROUP = /(氏|家族|后人|后裔|夫妇|兄弟|姐妹|家属|全家|村民|等人)$/u
/** Says that nobody is known. */
const NOBODY =
  /^(不详|未详|不明|未知|无|无款|佚名|阙名|旧藏|征集|购买|收购|捐赠|捐献|移交|拨交|发掘|采集|拣选|其他|本馆|本馆旧藏|馆藏|民间征集|出土|个人|群众|公安|-|—|\/)$/u

/** What a text is taken to say. `sure` is false where a person had better look before it is done. */
export interface ReadText {
  readonly names: readonly { readonly name: string; readonly kind: PartyKind }[]
  readonly role: PartyRole
  readonly sure: boolean
}

const WHEN =
  /^[\s,，]*(?:公元|约|民国|19|20)?[\d一二三四五六七八九十〇○零]{1,4}年(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十]{1,3}[日号])?[\s,，]*/u
const DEED =
  /(无偿|自愿|共同|联合|等)*(捐赠|捐献|赠送|惠赠|捐|出售|售予|转让|移交|拨交|划拨|上交|调拨|交来|发掘|采集|征集|拣选|寄存|代管|旧藏|原藏|送来|收购|购买|购得|购)(给?(?:我|本)?馆|文物|入藏)?[。.]?$/u
const BEFORE =
  /^(?:由|系|从|向|自|购自|购于|收购于|征集自|征集于|征自|移交自|来自|捐赠者|捐赠人|捐献者|捐献人|出售人|移交单位|发掘单位|作者)[:：]?\s*/u
const AUTHOR_END = /(?:合?[著撰编辑绘书画刻制注校译篆作纂修])+(?:写|刊|录|疏|释|订)?$/u
const DYNASTY = /[（([［【〔](?:[^）)\]］】〕]{1,6})[）)\]］】〕]\s*/gu

/**
 * Reads who is named in a text of a record: 张三捐赠, 1985年李四、王五捐献, 购自王麻子, （宋）朱熹撰. Null where nobody is: 旧藏,
 * 佚名. The text stays in its field; what is read here is only offered.
 */
export function readParties(field: TextField, text: string, source: string | null): ReadText | null {
  const folded = foldText(text)
  const role = roleIn(field, folded, source)
  const bare = field === 'author' ? folded.replace(DYNASTY, '') : stripped(folded)
  const parts = bare
    .split(/[、,，;；/]|\s{1,}(?=\p{Script=Han})|(?<=\p{Script=Han}{2,})[和与及](?=\p{Script=Han}{2,4}$)/u)
    .map((part) => (field === 'author' ? part.trim().replace(AUTHOR_END, '') : stripped(part.trim())))
    .map((part) => part.replace(/(先生|女士|同志)$/u, '').replace(/^[:：\s]+|[。.:：\s]+$/gu, ''))
    .filter((part) => part !== '' && !NOBODY.test(part))
  if (parts.length === 0) return null
  const names = [...new Set(parts)].map((name) => ({ name, kind: kindOfName(name) }))
  return { names, role, sure: names.every(({ name, kind }) => isSure(name, kind)) }
}

function roleIn(field: TextField, text: string, source: string | null): PartyRole {
  if (field === 'author') return 'maker'
  return BY_WORD.find(([words]) => words.test(text))?.[1] ?? BY_SOURCE[source ?? ''] ?? 'other'
}

const stripped = (text: string): string =>
  text
    .replace(WHEN, '')
    .replace(BEFORE, '')
    .replace(WHEN, '')
    .replace(DEED, '')
    .replace(/(?:处|手中|家中)$/u, '')
    .trim()

/** The kind that a name sounds like. */
export function kindOfName(name: string): PartyKind {
  if (GROUP.test(name)) return 'group'
  return INSTITUTION.test(name) && name.length > 3 ? 'institution' : 'person'
}

/** A name of two to four characters, one with a dot, or an institution: nothing of a sentence left in it. */
function isSure(name: string, kind: PartyKind): boolean {
  if (/\d/u.test(name) || name.length > 30) return false
  if (kind !== 'person') return true
  return (
    /^\p{Script=Han}{2,4}$/u.test(name) ||
    /^(?=.*[\p{Script=Latin}·])[\p{Script=Latin}\p{Script=Han}.· -]{3,30}$/u.test(name)
  )
}

/** Words of D4 (and of other museums) that name a dimension: 通高, 最大腹径, 边长, diam., H. */
const DIMENSION =
  /(?:[高长宽厚径深纵横围阔]|周长|边|height|width|depth|length|thickness|diam\w*|\b[hwdl])[^\p{L}]*$/iu
/** Parts of a thing that stand for their measure: 口12，底8. */
const PLACE =
  /^\p{Script=Han}{0,3}(?:[口底腹足穿孔盖身座钮柄刃首缘肩颈沿面流耳壁胎轴芯裱框链环]|画心|诗堂|引首|天头|地头)$/u

/** Whether a number behind that label may be a size although it has no unit. */
export const namesMeasure = (label: string): boolean => DIMENSION.test(label) || PLACE.test(label)
export const namesDimension = (label: string): boolean => DIMENSION.test(label)

const DIMENSION_WORD =
  '(?:(?:通|残|最|全|总|盖|座|底|口|腹|足|直|孔|内|外)?[高长宽厚径深纵横]|high|height|wide|width|long|length|deep|depth|tall|thick|[hwdl])'
const BEHIND = new RegExp(String.raw`^\s*(${DIMENSION_WORD})\s*(?=[,，、;；。×xX*\n]|\.(?!\d)|$)`, 'iu')
const BEHIND_SPACED = new RegExp(
  String.raw`^\s*(${DIMENSION_WORD})\s*(?=[\s,，、;；。×xX*]|\.(?!\d)|$)`,
  'iu'
)
const LABELS_LAST = new RegExp(String.raw`^\s*约?[\d.].*\d[^\d,，、;；]*?${DIMENSION_WORD}\s*[。.]?$`, 'isu')

/** `12cm高，8cm宽`: how a label behind its number is found in that text; group 1 is the label. */
export function labelBehind(text: string): RegExp {
  return LABELS_LAST.test(text) ? BEHIND_SPACED : BEHIND
}

/** The last words before a number: 高, 口径, support, image, each, frame (Half Royal). */
export function cleanLabel(between: string): string | null {
  const last = between.split(/[;；。\n\r]|\.\s/u).at(-1) ?? ''
  const clauses = /\p{Script=Han}/u.test(last) ? last.split(/[,，、]/u) : [last]
  const label = (clauses.filter((clause) => clause.trim() !== '').at(-1) ?? '')
    .replace(/^[\s,，、:：)\]}）×*.+/~-]+|[\s,，、:：([{（×*/~-]+$/gu, '')
    .replace(/(?:大约|大概|约|为|是|各|均|负|approx\.?|about|ca?\.)$/iu, '')
    .replace(/^(?:尺寸|规格|大小)[:：\s]*(?=\p{L})/u, '')
    .replace(/^[和与及](?=[高长宽厚口底腹足直通残深纵横])/u, '')
    .trim()
  const bare = /\p{Script=Han}/u.test(label) ? label.replace(/\s+/gu, '') : label
  return bare === '' || bare.length > 60 || !/\p{L}/u.test(bare) ? null : bare
}

/** `长×宽×高` or `长宽高` before three factors: the name of each; null where the label says nothing of the kind. */
export function labelsOfFactors(label: string, count: number): readonly string[] | null {
  const names = label.split(/\s*[×✕✖╳xX*]\s*/u)
  if (names.length === count && count > 1 && names.every((name) => namesDimension(name))) return names
  return count > 1 && label.length === count && /^[高长宽厚深纵横]+$/u.test(label) ? Array.from(label) : null
}

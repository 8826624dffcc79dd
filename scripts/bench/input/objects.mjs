// @ts-check
import { kinds } from './kinds.mjs'
import { chance } from './random.mjs'

/** Changes with anything in this folder that changes a table, so that no old one is taken for a new one. */
export const version = 1
const seed = 20260301

/** The head of a county museum's list, as its registrar typed it. */
export const headings = [
  ...['序号', '总登记号', '名称', '原名', '年代', '具体年代', '类别', '质地类别', '质地', '数量', '数量单位'],
  ...[
    '实际数量',
    '尺寸',
    '质量',
    '质量单位',
    '级别',
    '来源',
    '来源单位或个人',
    '出土地点',
    '完残程度',
    '完残状况',
  ],
  ...['保存状态', '入藏日期', '库位', '描述', '备注'],
]

const grades = [
  { share: 0.4, text: '一级' },
  { share: 2, text: '二级' },
  { share: 9, text: '三级' },
  { share: 57, text: '一般' },
  { share: 20, text: '未定级' },
  { share: 6, text: '一般文物' },
  { share: 5.6, text: null },
]
const sources = [
  '征集购买',
  '接受捐赠',
  '拨交',
  '移交',
  '旧藏',
  '发掘',
  '发掘',
  '发掘',
  '采集',
  '捐赠',
  '出土',
  '征集',
]
const givers = [
  '县公安局',
  '城关镇居民',
  '省文物局',
  '县文化馆',
  '废品收购站',
  '文物商店',
  '供销社',
  '县中学',
]
const townships = [
  '城关镇',
  '云河镇',
  '石门乡',
  '柳林乡',
  '白庙村',
  '北关村',
  '下河村',
  '东岭',
  '大王庄',
  '西坡',
]
const states = [
  '状态稳定，不需修复',
  '状态稳定，不需修复',
  '部分损腐，需要修复',
  '腐蚀损毁严重，急需修复',
  '已修复',
]
const damages = [
  '口沿残缺',
  '底部有裂纹',
  '通体锈蚀',
  '残为三块',
  '釉面剥落',
  '一足残',
  '虫蛀水渍',
  '边缘磕缺长3.2cm',
]
const halls = ['一号库', '二号库', '三号库', '珍品库', '书画库']
const shapesOfMouth = ['敞口', '侈口', '直口', '敛口', '折沿', '圆形', '扁平', '长方形']
const looks = [
  '弧腹',
  '鼓腹',
  '直腹',
  '平底',
  '圈足',
  '三足',
  '素面',
  '背面光素',
  '通体施釉',
  '胎质细腻',
  '胎体厚重',
]
const remarks = ['见旧账第三册', '附拓片一张', '2013年普查核对', '与前号同墓出土', '原号写于器底', '待鉴定']

/**
 * The rows of a list of that many objects under `headings`: the same ones every time. A tenth or so is written as the
 * trade really writes: spellings off the code tables, sizes without a unit, dates in three manners, empty cells.
 * @param {number} count
 * @returns {Generator<(string | number | null)[]>}
 */
export function* objects(count) {
  const pick = chance(seed)
  for (let at = 1; at <= count; at++) yield row(at, pick)
}

/** @param {number} at @param {import('./random.mjs').Chance} pick */
function row(at, pick) {
  const kind = pick.byShare(kinds)
  const era = pick.one(kind.eras)
  const name = `${era.name}${pick.one(kind.features)}${pick.one(kind.shapes)}`
  const materials = pick.one(kind.materials)
  const source = pick.one(sources)
  const whole = pick.happens(0.45)
  const several = pick.happens(0.06)
  return [
    at,
    String(at).padStart(6, '0'),
    name,
    pick.happens(0.12) ? name.slice(era.name.length) : null,
    pick.one(era.labels),
    pick.happens(0.7) ? pick.one(era.exact) : null,
    kind.category,
    materials.includes(',') ? '复合或组合质地' : '单一质地',
    materials,
    1,
    several ? '套' : kind.unit,
    several ? pick.whole(2, 12) : 1,
    sizes(kind, pick),
    pick.happens(0.8) ? pick.whole(...kind.masses) : null,
    'g',
    pick.byShare(grades).text,
    source,
    pick.happens(0.6) ? pick.one(givers) : null,
    source === '发掘' || source === '出土'
      ? `${pick.one(townships)}M${pick.whole(1, 96)}`
      : pick.one(townships),
    whole ? '完整' : pick.one(['基本完整', '基本完整', '残缺', '残', '严重残缺']),
    whole ? null : pick.one(damages),
    pick.one(states),
    acquired(pick),
    `${pick.one(halls)}${pick.whole(1, 24)}柜${pick.whole(1, 6)}层`,
    pick.happens(0.65) ? description(kind, name, pick) : null,
    pick.happens(0.15) ? pick.one(remarks) : null,
  ]
}

/** @param {import('./kinds.mjs').Kind} kind @param {import('./random.mjs').Chance} pick */
function sizes(kind, pick) {
  const unit = pick.happens(0.92) ? pick.one(['厘米', '厘米', 'cm']) : ''
  return kind.parts
    .map((part) => `${part}${pick.whole(...kind.sizes) / 10}${unit}`)
    .join(pick.one(['，', '，', '、']))
}

/** @param {import('./random.mjs').Chance} pick */
function acquired(pick) {
  const [year, month, day] = [pick.whole(1953, 2022), pick.whole(1, 12), pick.whole(1, 28)]
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0')
  const full = `${year}-${two(month)}-${two(day)}`
  return pick.one([full, full, full, full, `${year}.${month}.${day}`, `${year}年${month}月`, null])
}

/** @param {import('./kinds.mjs').Kind} kind @param {string} name @param {import('./random.mjs').Chance} pick */
function description(kind, name, pick) {
  const first = pick.one(looks)
  return `${pick.one(shapesOfMouth)}，${first}，${pick.one(looks)}。${kind.materials[0]}质，${name}，${pick.one(damages)}处经修补，${pick.one(looks)}，造型规整。`
}

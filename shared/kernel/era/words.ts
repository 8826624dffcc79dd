/** The small words around periods and years, Chinese and English, folded (see signs.ts). */
export type Mark =
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'ordinal'
  | 'month'
  | 'day'
  | 'bce'
  | 'ce'
  | 'front'
  | 'circa'
  | 'doubt'
  | 'before'
  | 'after'
  | 'orBefore'
  | 'orAfter'
  | 'ago'
  | 'now'
  | 'range'
  | 'or'
  | 'and'
  | 'comma'
  | 'open'
  | 'close'
  | 'event'
  | 'imitation'
  | 'mark'
  | 'noise'

const list = (words: string): readonly string[] => words.trim().split(/\s*\|\s*/u)

export const MARKS: Readonly<Record<Exclude<Mark, 'ordinal'>, readonly string[]>> = {
  year: list('年|载|公历年'),
  decade: list('年代'),
  century: list('世纪|century|centuries|cent.'),
  millennium: list('千纪|千年纪|millennium|millennia'),
  month: list('月|月份'),
  day: list('日|号'),
  bce: list('公元前|西元前|纪元前|bce|bc|b.c.|b.c.e.'),
  ce: list('公元|西元|公元后|西元后|公历|ce|ad|a.d.|c.e.'),
  front: list('前'),
  circa: list(
    '约|大约|大概|大概是|约为|约当|左右|前后|上下|多|余|约略|偏早|偏晚|略早|略晚|稍早|稍晚|c|c.|ca|ca.|ci|ci.|circa|approximately|approx.|about|around'
  ),
  doubt: list(
    '?|疑|疑为|疑似|可能|可能是|可能为|或为|待考|存疑|传|传为|probably|possibly|perhaps|maybe|likely|presumably'
  ),
  before: list('以前|之前|早于|before|pre|no later than|not later than|earlier than|by|until|up to'),
  after: list('以后|之后|晚于|后|after|post|no earlier than|not before'),
  orBefore: list(
    '不晚于|或之前|或以前|或更早|或稍早|及以前|及之前|or before|or earlier|and earlier|and before'
  ),
  orAfter: list(
    '以来|起|since|不早于|或之后|或以后|或更晚|或稍晚|或更高版本|及以后|及之后|or after|or later|and later|and after|onward|onwards'
  ),
  ago: list('距今|距今约|bp|b.p.|years ago|years before present'),
  now: list('至今|迄今|今|现在|目前|present|now|today'),
  range: list('-|~|至|到|延续至|延续到|to|through|thru'),
  or: list('或|或者|/|or'),
  and: list('和|与|及|、|&|+|and'),
  comma: list(',|;|。'),
  open: list('(|[|【|〔|〈|<|{'),
  close: list(')|]|】|〕|〉|>|}'),
  event: list(
    'published|engraved|printed|reprinted|cast|casts|exhibited|reproduced|republished|reconstructed|reconstruction|remade|remake|editioned|' +
      'replica|posthumous|enlarged|reworked|restored|repaired|assembled|reassembled|refabricated|re~fabricated|annotated|' +
      'edition|additions|later|this|lower|upper|partly|copy|重修|修复|重刻|重印|重装|增建|诗作|诗作于|补刻|翻刻|复制|改建'
  ),
  imitation: list('仿|后仿|in the style of|style of|after the style of|revival'),
  /** 大清乾隆年制, 乾隆款: a reign that is written on the thing. */
  mark: list('款|款识|年款|年制|年造|mark|marks'),
  noise: list(
    '中国|中国古代|日本|代|朝|朝代|时期|时代|王朝|期|时|年间|间|之际|之交|交替|制|造|御制|帝|皇帝|的|第|属|为|系|于|是|之|纪年|' +
      '末叶|dynasty|dynasties|period|periods|era|reign|the|of|in|china|chinese|first|dated|' +
      'made|created|executed|painted|drawn|from|s.|·|.|:|"|\'|\\|"|“|”|‘|’|《|》'
  ),
}

/** States of the Zhou: behind 西周, 春秋 or 战国 they say whose it is, not when (晋, 秦, 宋 and 吴 are later courts too). */
export const STATES =
  /(?:中山|[秦晋燕齐楚韩赵魏鲁宋郑卫吴越陈蔡曹许虢虞巴蜀莒滕薛邾邢徐杞纪曾随唐息应邓芮霍倗])国?/uy

/** Parts of a period, as fractions of its length. Thirds are estimates: china-standards 11.11. */
export const PARTS: readonly (readonly [from: number, to: number, words: readonly string[]])[] = [
  [0, 1 / 3, list('早期|初期|初年|初叶|初|早|前期|前叶|早叶|早段|开始|early|beginning|start')],
  [1 / 3, 2 / 3, list('中期|中叶|中段|中|middle|mid|mid.')],
  [2 / 3, 1, list('晚期|末期|末年|末|晚|后期|后叶|晚段|末叶|晚年|late|end')],
  [1 / 3, 1, list('中晚期|中后期|中晚|中末期|mid to late|mid~late|mid-late')],
  [0, 2 / 3, list('早中期|前中期|初中期|早中|early to mid|early~mid|early-mid')],
  [0, 1 / 2, list('上半叶|前半叶|上半期|前半期|上半|前半|上叶|first half')],
  [1 / 2, 1, list('下半叶|后半叶|下半期|后半期|下半|后半|下叶|second half|last half')],
  [0, 1 / 4, list('第一季度|前四分之一|首四分之一|first quarter')],
  [1 / 4, 1 / 2, list('第二季度|second quarter')],
  [1 / 2, 3 / 4, list('第三季度|third quarter')],
  [3 / 4, 1, list('第四季度|最后四分之一|后四分之一|last quarter|final quarter|fourth quarter')],
]

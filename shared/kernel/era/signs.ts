import { foldWidth } from '../fold.ts'

/** Traditional and variant forms that stand in names of periods and reigns, each followed by the form of the tables. */
const VARIANTS =
  '淸清戰战國国漢汉東东遼辽齊齐陳陈晉晋紀纪時时後后應应統统萬万曆历歷历禎祯啟启啓启緒绪順顺慶庆豐丰煕熙貞贞觀观' +
  '開开寶宝寧宁聖圣興兴載载長长壽寿龍龙鳳凤調调儀仪總总顯显證证廣广會会義义靈灵黃黄烏乌節节嚴严縣县華华' +
  '約约間间製制廠厂滿满偽伪軍军紅红運运動动爭争鴉鸦產产業业點点號号與与無无詳详乹乾莊庄愍闵蘇苏傳传' +
  '龜龟監监禮礼撫抚補补臺台參参鮮鲜馬马龢和曏向迺乃淶涞佑祐'
const variants = new Map<string, string>()
for (let i = 0; i + 1 < VARIANTS.length; i += 2) variants.set(VARIANTS.charAt(i), VARIANTS.charAt(i + 1))

const VARIANT = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu')
const LONG_DASHES = /[\u2012-\u2015\u2212\u2500\u223C\u301C]/gu
const HYPHENS = /[\u2010\u2011\uFE63]/gu
const DOTS = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65]/gu

/**
 * The text as the scanner reads it: half width, lower case, simplified, one dot `·`, the hyphen `-`, and `~` for every
 * longer dash (`1905-06` may be a month, `1905–06` is not), single spaces.
 */
export function plainSigns(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(LONG_DASHES, '~')
    .replace(HYPHENS, '-')
    .replace(DOTS, '·')
    .replace(VARIANT, (sign) => variants.get(sign) ?? sign)
    .replace(/\s+/gu, ' ')
    .trim()
}

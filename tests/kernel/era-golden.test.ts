import { describe, expect, it } from 'vitest'
import { eraByCode, eraPath, readEra } from '../../shared/kernel/era/index.ts'
import { MING, QING, reads, REPUBLIC, TANG } from './era-rows.ts'

const codes = (text: string): string[] => readEra(text).warnings.map((note) => note.code)

reads('dynasties, in all their spellings', [
  ['唐', 618, 907, 'interval', TANG],
  ['唐代', 618, 907, 'interval', TANG],
  ['唐朝', 618, 907, 'interval', TANG],
  [' 唐 代 ', 618, 907, 'interval', TANG],
  ['唐（618～907）', 618, 907, 'interval', TANG],
  ['唐时期', 618, 907, 'interval', TANG],
  ['中国 - 明朝', 1368, 1644, 'interval', MING],
  ['大清', 1616, 1911, 'interval', QING],
  ['戰國', -475, -221, 'interval', '战国时代(前475~前221)'],
  ['战国时代', -475, -221, 'interval', '战国时代(前475~前221)'],
  ['五代•后周', 951, 960, 'interval', '五代·后周(951~960)'],
  ['五代后周', 951, 960, 'interval', '五代·后周(951~960)'],
  ['三国吴', 222, 280, 'interval', '三国·吴(222~280)'],
  ['刘宋', 420, 479, 'interval', '南朝·宋(420~479)'],
  ['南北朝北齐', 550, 577, 'interval', '北齐(550~577)'],
  ['前秦', 350, 394, 'interval', '十六国(304~439)'],
  ['南唐', 937, 975, 'interval', '十国(902~979)'],
  ['民国', 1912, 1949, 'interval', REPUBLIC],
  ['建国后', 1949, null, 'interval', '中华人民共和国(1949年10月1日成立)'],
  ['新中国', 1949, null, 'interval', '中华人民共和国(1949年10月1日成立)'],
  ['Ming dynasty', 1368, 1644, 'interval', MING],
  ['Northern Song', 960, 1127, 'interval', '北宋(960~1127)'],
  // the states of the Zhou are no courts of later times
  ['春秋晋', -770, -476, 'interval', '春秋时代(前770~前476)'],
  ['春秋·晋', -770, -476, 'interval', '春秋时代(前770~前476)'],
  ['西周晋', -1046, -771, 'interval', '西周(前1046~前771)'],
  ['战国秦', -475, -221, 'interval', '战国时代(前475~前221)'],
  ['战国中山国', -475, -221, 'interval', '战国时代(前475~前221)'],
  ['战国楚', -475, -221, 'interval', '战国时代(前475~前221)'],
])

reads('parts of a period are thirds, and estimates', [
  ['战国早期', -475, -391, 'circa', '战国时代(前475~前221)'],
  ['战国中期', -390, -306, 'circa', '战国时代(前475~前221)'],
  ['战国晚期', -305, -221, 'circa', '战国时代(前475~前221)'],
  ['清初', 1616, 1714, 'circa', QING],
  ['清末', 1813, 1911, 'circa', QING],
  ['明中叶', 1460, 1552, 'circa', MING],
  ['西汉中晚期', -129, 25, 'circa', '西汉(前206~公元25)'],
  ['late Ming', 1553, 1644, 'circa', MING],
  ['乾隆末年', 1776, 1795, 'circa', QING],
  ['20世纪初', 1901, 1933, 'circa', '公元20世纪'],
  ['元初', 1206, 1259, 'circa', '元(1206~1368)'],
  ['元初期', 1206, 1259, 'circa', '元(1206~1368)'],
  ['清中期偏早', 1715, 1812, 'circa', QING],
  ['20世纪上半叶', 1901, 1950, 'circa', '公元20世纪'],
  ['17 世纪中后期', 1634, 1700, 'circa', '公元17世纪'],
])

reads('times before history', [
  ['新石器时代', -8000, -2000, 'circa', '新石器时代'],
  ['旧石器', -2_000_000, -8000, 'circa', '旧石器时代'],
  ['龙山文化', -2600, -2000, 'circa', '新石器时代'],
  ['仰韶文化晚期', -3666, -3000, 'circa', '新石器时代'],
  ['二里头文化', -1750, -1530, 'circa', null],
  ['距今5000年', -3050, -3050, 'circa', '200万年前至公元前21世纪'],
  ['距今约5000-4000年', -3050, -2050, 'circa', '200万年前至公元前21世纪'],
  ['距今约6500万—7000万年', -69_998_050, -64_998_050, 'circa', '200万年以前'],
  ['晚白垩世', -100_500_000, -66_000_000, 'circa', '白垩纪'],
  ['第三纪', -66_000_000, -2_580_000, 'circa', '新生代'],
  ['三迭纪', -251_900_000, -201_400_000, 'circa', '三叠纪'],
  ['5000年前', -3050, -3050, 'circa', '200万年前至公元前21世纪'],
  ['200万年以前', null, -2_000_000, 'circa', '200万年以前'],
  ['公元前第三千纪', -3000, -2001, 'interval', '200万年前至公元前21世纪'],
  ['侏罗纪', -201_400_000, -145_000_000, 'circa', '侏罗纪'],
])

reads('rulers and events', [
  ['汉武帝', -140, -87, 'interval', '西汉(前206~公元25)'],
  ['唐太宗', 627, 649, 'interval', TANG],
  ['红军时期', 1927, 1937, 'interval', REPUBLIC],
  ['文革时期', 1966, 1976, 'interval', '中华人民共和国(1949年10月1日成立)'],
  ['高句丽', -37, 668, 'interval', '其他'],
  ['清慈禧', 1861, 1908, 'interval', QING],
  ['日本昭和十三年', 1938, 1938, 'year', '其他'],
])

reads('more than one dynasty: the whole of both, and a value only where one holds both', [
  ['宋-元', 960, 1368, 'interval', null],
  ['宋元', 960, 1368, 'interval', null],
  ['宋至元', 960, 1368, 'interval', null],
  ['明清', 1368, 1911, 'interval', null],
  ['唐至宋', 618, 1279, 'interval', null],
  ['宋或元', 960, 1368, 'uncertain', null],
  ['明末清初', 1553, 1714, 'circa', null],
  ['明晚清初', 1553, 1714, 'circa', null],
  ['宋末元初', 1173, 1259, 'circa', null],
  ['金末元初', 1195, 1259, 'circa', null],
  ['宋、元初', 960, 1279, 'circa', null],
  ['宋辽金', 907, 1279, 'interval', null],
  ['宋·辽·金', 907, 1279, 'interval', null],
  ['宋、辽、金', 907, 1279, 'interval', null],
  ['宋夏金', 960, 1279, 'interval', null],
  ['宋西夏金', 960, 1279, 'interval', null],
  ['宋辽金元', 907, 1368, 'interval', null],
  ['辽五代', 907, 1125, 'interval', null],
  ['五代辽', 907, 1125, 'interval', null],
  ['六朝北齐', 550, 577, 'interval', '北齐(550~577)'],
  ['清太平天国', 1851, 1864, 'interval', null],
  ['战国秦汉', -475, 220, 'interval', null],
  ['周秦', -1046, -206, 'interval', null],
  ['汉魏时期', -206, 265, 'interval', null],
  ['汉末魏初', 79, 234, 'uncertain', null],
  ['明清之际', 1368, 1911, 'interval', null],
  ['宋元之际', 960, 1368, 'interval', null],
  ['秦汉之际', -221, 220, 'interval', null],
  ['明末清初（17世纪）', 1601, 1700, 'interval', null],
  ['清末民初', 1813, 1928, 'circa', null],
  ['不晚于明', null, 1644, 'interval', null],
  ['宋至道光', 960, 1850, 'interval', null],
  ['洪武至正统', 1368, 1449, 'interval', MING],
  ['春秋战国', -770, -221, 'interval', '周'],
  ['北宋至南宋', 960, 1279, 'interval', '宋'],
  ['明以后', 1645, null, 'interval', null],
  ['金朝（1115-1234）-元朝（1271-1368）', 1115, 1368, 'interval', null],
])

reads('doubt, and what is not known', [
  ['唐?', 618, 907, 'uncertain', TANG],
  ['疑为唐', 618, 907, 'uncertain', TANG],
  ['1271–1368(?)', 1271, 1368, 'uncertain', null],
  ['年代待考', null, null, 'unknown', '年代不详'],
  // one unread word does not take the dynasty away
  ['清内府', 1616, 1911, 'uncertain', QING],
  ['年代不详', null, null, 'unknown', '年代不详'],
  ['不明', null, null, 'unknown', '年代不详'],
  ['date not known', null, null, 'unknown', '年代不详'],
  ['', null, null, 'unknown', null],
])

describe('what a reading warns about', () => {
  it.each([
    ['明崇桢', 'era.typo'],
    ['高勾丽', 'era.typo'],
    ['宋-元', 'era.spans'],
    ['公元前350年—前250年', 'era.spans'],
    ['五代', 'era.noNode'],
    ['晋', 'era.noNode'],
    ['龙山文化', 'era.reference'],
    ['东周(前770~前221)', 'era.yearsDiffer'],
    ['唐 1958', 'era.yearsDiffer'],
    ['乾隆七十年', 'era.reignYearBeyond'],
    ['清万历', 'era.reignNotInDynasty'],
    ['太和', 'era.severalReigns'],
    ['元至元三年', 'era.severalReigns'],
    ['康熙壬寅', 'era.sexagenary'],
    ['清道光三年甲申', 'era.sexagenary'],
    ['87年', 'era.twoDigitYear'],
    ['60年代', 'era.twoDigitYear'],
    ['1905-06', 'era.monthOrYear'],
    ['清代官窑', 'era.leftOver'],
    ['1978, printed 2005', 'era.laterEvent'],
    ['公元前206年-公元前220年', 'era.backwards'],
    ['jin', 'era.ask'],
    ['宋辽金', 'era.spans'],
    ['前221-220', 'era.endUnsure'],
    ['公元前475-221年', 'era.endUnsure'],
    ['西汉（前32—7）', 'era.endUnsure'],
    ['清光绪（乾隆款）', 'era.mark'],
    ['清晚期 大明宣德年制款', 'era.mark'],
    ['光绪八月', 'era.leftOver'],
    ['民国二、三十年代', 'era.leftOver'],
    ['乾隆0年', 'era.reignYearBeyond'],
    ['民国0年', 'era.reignYearBeyond'],
    ['清内府', 'era.leftOver'],
    ['大顺', 'era.severalReigns'],
    ['大同二年', 'era.severalReigns'],
    ['乾祐', 'era.severalReigns'],
    ['2000年代', 'era.decadeOrCentury'],
  ])('%s: %s', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  it.each([
    '唐',
    '清乾隆二十三年',
    '1958',
    '20世纪60年代',
    '民国二十年',
    '五代·后周(951~960)',
    '不详',
    '',
    '西汉(前206~25)',
    '战国(前475-221)',
  ])('nothing about %s', (text) => {
    expect(codes(text)).toEqual([])
  })

  it('shows the three ends of 东周 that real records have, and keeps the years written', () => {
    for (const end of [-221, -249, -255]) {
      const era = readEra(`东周(前770~前${String(-end)})`)
      expect(era).toMatchObject({ start: -770, end, label: '东周(前770~前256)' })
    }
  })

  it.each([
    '金丝楠木',
    '明器',
    '仿乾隆',
    '甲午',
    '纺织品',
    '亚洲 - 挂轴',
    '87年',
    '60年代',
    '0',
    '公元0年',
    '1798–5',
    '100年前',
    '500年前',
    '黄金',
    '魏碑',
    'c.18799–1802',
  ])('does not guess at %s', (text) => {
    expect(readEra(text)).toMatchObject({
      text,
      start: null,
      end: null,
      certainty: 'unknown',
      code: null,
      label: null,
    })
    expect(codes(text)).toContain('era.unknown')
  })
})

describe('the tree of 年代', () => {
  it('names a node by its code, and its way down', () => {
    expect(eraByCode('311000')?.label).toBe(TANG)
    expect(eraPath('309230').map((node) => node.label)).toEqual([
      '中国历史学年代',
      '南北朝',
      '北朝',
      '北齐(550~577)',
    ])
    expect(eraByCode('nonsense')).toBeUndefined()
    expect(eraPath('nonsense')).toEqual([])
  })
})

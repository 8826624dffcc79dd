import { describe, expect, it } from 'vitest'
import { eraByCode, eraPath, readEra, type Certainty } from '../../shared/kernel/era/index.ts'

const codes = (text: string): string[] => readEra(text).warnings.map((note) => note.code)

type Row = readonly [
  text: string,
  start: number | null,
  end: number | null,
  certainty: Certainty,
  label: string | null,
]

function reads(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s', (text, start, end, certainty, label) => {
      expect(readEra(text)).toMatchObject({ text, start, end, certainty, label })
    })
  })
}

const TANG = '唐(618~907)'
const MING = '明(1368~1644)'
const QING = '清(1616~1911)'
const REPUBLIC = '中华民国(1912~1949)'

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
  ['20世纪上半叶', 1901, 1950, 'circa', '公元20世纪'],
  ['17 世纪中后期', 1634, 1700, 'circa', '公元17世纪'],
])

reads('reigns and their years', [
  ['清乾隆', 1736, 1795, 'interval', QING],
  ['清·乾隆', 1736, 1795, 'interval', QING],
  ['清（乾隆）', 1736, 1795, 'interval', QING],
  ['大明宣德年制', 1426, 1435, 'interval', MING],
  ['清乾隆二十三年', 1758, 1758, 'year', QING],
  ['乾隆 23年', 1758, 1758, 'year', QING],
  ['乾隆戊寅年', 1758, 1758, 'year', QING],
  ['光绪丙午', 1906, 1906, 'year', QING],
  ['清康熙至乾隆', 1662, 1795, 'interval', QING],
  ['康熙四十年至雍正三年', 1701, 1725, 'interval', QING],
  ['乾隆二十三年至三十年', 1758, 1765, 'interval', QING],
  ['东晋永和九年', 353, 353, 'year', '东晋(317~420)'],
  ['唐天宝十四载', 755, 755, 'year', TANG],
  ['唐天宝年间(742~756)', 742, 756, 'interval', TANG],
  ['北宋太平兴国元年', 976, 976, 'year', '北宋(960~1127)'],
  ['西汉建平四年', -3, -3, 'year', '西汉(前206~公元25)'],
  ['至元三十年', 1293, 1293, 'year', '元(1206~1368)'],
  ['元至元二年丙子', 1336, 1336, 'year', '元(1206~1368)'],
  ['1911年辛亥', 1911, 1911, 'year', '公元20世纪'],
  ['元至正十一年', 1351, 1351, 'year', '元(1206~1368)'],
  ['北魏太和', 477, 499, 'interval', '北魏(386~534)'],
  ['天顺', 1457, 1464, 'interval', MING],
  ['明万历十五年（1587年）', 1587, 1587, 'year', MING],
  ['公元1587年（明万历十五年）', 1587, 1587, 'year', MING],
  ['Qianlong period', 1736, 1795, 'interval', QING],
  ['民国二十年', 1931, 1931, 'year', REPUBLIC],
  ['民國三十六年五月', 1947, 1947, 'exact', REPUBLIC],
  ['洪宪元年', 1916, 1916, 'year', REPUBLIC],
  ['太平天国十二年', 1862, 1862, 'year', null],
  ['明代（1368-1644年），正德年款（1505-21年）', 1505, 1521, 'interval', MING],
])

reads('Western years of both eras', [
  ['1958', 1958, 1958, 'year', '公元20世纪'],
  ['１９５８年', 1958, 1958, 'year', '公元20世纪'],
  ['一九五八年', 1958, 1958, 'year', '公元20世纪'],
  ['1958.3', 1958, 1958, 'exact', '公元20世纪'],
  ['1958年3月12日', 1958, 1958, 'exact', '公元20世纪'],
  ['1958-03', 1958, 1958, 'exact', '公元20世纪'],
  ['公元25年', 25, 25, 'year', '公元1世纪'],
  ['9 ce', 9, 9, 'year', '公元1世纪'],
  ['约前2070', -2070, -2070, 'circa', '200万年前至公元前21世纪'],
  ['公元前350年—前250年', -350, -250, 'interval', null],
  ['前350-前250', -350, -250, 'interval', null],
  ['公元前475-221年', -475, -221, 'interval', null],
  ['-350~-250', -350, -250, 'interval', null],
  ['206 BCE – 220 CE', -206, 220, 'interval', null],
  ['25-220 ce', 25, 220, 'interval', null],
  ['c.3300-c.公元前 2000 年', -3300, -2000, 'circa', null],
  ['1600–1650', 1600, 1650, 'interval', null],
  ['1505–21', 1505, 1521, 'interval', '公元16世纪'],
  ['1826–8', 1826, 1828, 'interval', '公元19世纪'],
  ['907–60', 907, 960, 'interval', '公元10世纪'],
  ['c. 1700', 1700, 1700, 'circa', '公元17世纪'],
  ['?1795', 1795, 1795, 'uncertain', '公元18世纪'],
  ['1786 or 1800', 1786, 1800, 'uncertain', '公元18世纪'],
  ['1831 and 1834', 1831, 1834, 'interval', '公元19世纪'],
  ['1785 年前', null, 1785, 'interval', null],
  ['after c.1830', 1830, null, 'circa', null],
  ['1596 or after', 1596, null, 'interval', null],
  ['1949至今', 1949, null, 'interval', null],
  ['1736-95 年或之后', 1736, null, 'interval', null],
  ['c.1794–7', 1794, 1797, 'circa', '公元18世纪'],
  ['1924–5–c.1937', 1924, 1937, 'circa', '公元20世纪'],
])

reads('centuries and decades', [
  ['18th century', 1701, 1800, 'interval', '公元18世纪'],
  ['十九世纪', 1801, 1900, 'interval', '公元19世纪'],
  ['公元前5世纪', -500, -401, 'interval', '公元前5世纪'],
  ['5th century BC', -500, -401, 'interval', '公元前5世纪'],
  ['2nd century BCE–1st century CE', -200, 100, 'interval', null],
  ['18-19 世纪', 1701, 1900, 'interval', null],
  ['10 世纪早期至中期', 901, 967, 'circa', '公元10世纪'],
  ['20世纪60年代', 1960, 1969, 'interval', '公元20世纪'],
  ['二十世纪六十年代', 1960, 1969, 'interval', '公元20世纪'],
  ['20世纪60-70年代', 1960, 1979, 'interval', '公元20世纪'],
  ['20世纪二三十年代', 1920, 1939, 'interval', '公元20世纪'],
  ['1830s', 1830, 1839, 'interval', '公元19世纪'],
  ['1736-70s', 1736, 1779, 'interval', '公元18世纪'],
  ['1800s', 1800, 1899, 'interval', '公元19世纪'],
  ['late 1700s', 1767, 1799, 'circa', '公元18世纪'],
  ['1100-1300 年代', 1100, 1399, 'interval', null],
  ['公元前 300 年代末至公元前 50 年', -332, -50, 'circa', null],
  ['early 18th to mid 19th century', 1701, 1867, 'circa', null],
  ['?mid 1830s or later', 1833, null, 'uncertain', null],
])

reads('times before history', [
  ['新石器时代', -8000, -2000, 'circa', '新石器时代'],
  ['旧石器', -2_000_000, -8000, 'circa', '旧石器时代'],
  ['龙山文化', -2600, -2000, 'circa', '新石器时代'],
  ['仰韶文化晚期', -3666, -3000, 'circa', '新石器时代'],
  ['二里头文化', -1750, -1530, 'circa', null],
  ['距今5000年', -3050, -3050, 'circa', '200万年前至公元前21世纪'],
  ['距今约5000-4000年', -3050, -2050, 'circa', '200万年前至公元前21世纪'],
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
  ])('%s: %s', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  it.each(['唐', '清乾隆二十三年', '1958', '20世纪60年代', '民国二十年', '五代·后周(951~960)', '不详', ''])(
    'nothing about %s',
    (text) => {
      expect(codes(text)).toEqual([])
    }
  )

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

// @ts-check

/**
 * An era as museums write it.
 * @typedef {object} Era
 * @property {string} name as it stands at the front of an object's name
 * @property {readonly string[]} labels spellings of the 年代 column, the census's own first
 * @property {readonly string[]} exact texts of the 具体年代 column
 */

/** @type {Record<string, Era>} */
export const eras = {
  neolithic: { name: '新石器时代', labels: ['新石器时代'], exact: ['仰韶文化', '龙山文化', '距今约5000年'] },
  shang: {
    name: '商',
    labels: ['商(前1600~前1046)', '商', '商代'],
    exact: ['商代晚期', '商代早期', '公元前13世纪'],
  },
  westernZhou: {
    name: '西周',
    labels: ['西周(前1046~前771)', '西周'],
    exact: ['西周早期', '西周中期', '西周晚期'],
  },
  springAutumn: {
    name: '春秋',
    labels: ['春秋时代(前770~前476)', '春秋', '春秋时期'],
    exact: ['春秋早期', '春秋晚期', '公元前6世纪'],
  },
  warring: {
    name: '战国',
    labels: ['战国时代(前475~前221)', '战国', '战国时代'],
    exact: ['战国中期', '战国晚期', '公元前350年—前250年'],
  },
  han: { name: '汉', labels: ['汉', '汉代'], exact: ['西汉晚期', '东汉', '西汉元始二年', '东汉永元年间'] },
  northernQi: {
    name: '北齐',
    labels: ['北朝·北齐(550~577)', '北齐'],
    exact: ['北齐天保七年', '北齐武平元年'],
  },
  tang: {
    name: '唐',
    labels: ['唐(618~907)', '唐', '唐代', '唐朝'],
    exact: ['唐开元二十三年', '唐天宝年间(742~756)', '唐贞观年间', '盛唐'],
  },
  song: { name: '宋', labels: ['宋', '宋代'], exact: ['北宋元丰年间', '南宋', '北宋政和六年', '宋-元'] },
  jin: { name: '金', labels: ['金(1115~1234)', '金', '金代'], exact: ['金大定十八年', '金代晚期'] },
  yuan: {
    name: '元',
    labels: ['元(1206~1368)', '元', '元代'],
    exact: ['元至正十一年', '元代晚期', '元大德年间'],
  },
  ming: {
    name: '明',
    labels: ['明(1368~1644)', '明', '明代', '明朝'],
    exact: ['明永乐年间', '明嘉靖三年', '明万历年间', '明崇祯', '明宣德'],
  },
  qing: {
    name: '清',
    labels: ['清(1616~1911)', '清', '清代', '清朝'],
    exact: ['清康熙年间', '清雍正', '清乾隆二十三年', '清乾隆年间', '清光绪十年', '19世纪'],
  },
  republic: {
    name: '民国',
    labels: ['中华民国(1912~1949)', '民国', '中华民国'],
    exact: ['民国二十年', '民国十八年', '1935年', '20世纪30年代'],
  },
}

// @ts-check
import { eras } from './eras.mjs'

/**
 * A kind of object in a county museum: how it is named, and what else is written of it.
 * @typedef {object} Kind
 * @property {number} share of the collection, in per cent
 * @property {string} category
 * @property {readonly string[]} materials
 * @property {readonly import('./eras.mjs').Era[]} eras
 * @property {readonly string[]} features 特征、纹饰或颜色
 * @property {readonly string[]} shapes 器形或用途
 * @property {readonly string[]} parts that are measured
 * @property {readonly [number, number]} sizes from and to, in millimetres
 * @property {readonly [number, number]} masses from and to, in grams
 * @property {string} unit
 */

/** @param {...keyof typeof eras} names */
const of = (...names) => names.map((name) => /** @type {import('./eras.mjs').Era} */ (eras[name]))
/** @param {string} text words apart by spaces */
const words = (text) => text.split(' ')

/** 青铜 stands in about a tenth of all names, 青花 in a fifteenth. @type {readonly Kind[]} */
export const kinds = [
  {
    share: 7,
    category: '瓷器',
    materials: ['瓷'],
    eras: of('yuan', 'ming', 'qing', 'qing', 'republic'),
    features: words(
      '青花缠枝莲纹 青花云龙纹 青花人物纹 青花山水图 青花折枝花卉纹 青花婴戏图 青花寿字纹 青花釉里红'
    ),
    shapes: words('碗 盘 梅瓶 玉壶春瓶 罐 香炉 盖碗 碟 赏瓶 花觚 笔筒'),
    parts: words('高 口径 底径'),
    sizes: [30, 480],
    masses: [60, 4200],
    unit: '件',
  },
  {
    share: 13,
    category: '瓷器',
    materials: ['瓷'],
    eras: of('tang', 'song', 'song', 'jin', 'yuan', 'ming', 'qing'),
    features: words(
      '白釉 黑釉 青釉刻花 酱釉 粉彩花鸟纹 五彩 钧窑天青釉 磁州窑白地黑花 绿釉 黑釉油滴 霁蓝釉 斗彩'
    ),
    shapes: words('碗 盘 梅瓶 罐 执壶 盏 枕 瓶 双系罐 盒 炉 水盂'),
    parts: words('高 口径 底径'),
    sizes: [25, 450],
    masses: [50, 3800],
    unit: '件',
  },
  {
    share: 10,
    category: '铜器',
    materials: ['铜', '青铜'],
    eras: of('shang', 'westernZhou', 'springAutumn', 'warring', 'han'),
    features: words('青铜饕餮纹 青铜云雷纹 青铜素面 青铜蟠螭纹 青铜弦纹 青铜夔龙纹 青铜窃曲纹 青铜重环纹'),
    shapes: words('鼎 簋 爵 觚 壶 戈 剑 矛 镞 盘 匜 编钟 豆 鬲'),
    parts: words('通高 口径 腹径'),
    sizes: [40, 620],
    masses: [90, 18000],
    unit: '件',
  },
  {
    share: 7,
    category: '铜器',
    materials: ['铜', '铜,金'],
    eras: of('han', 'tang', 'song', 'ming', 'qing'),
    features: words('瑞兽葡萄纹 四神规矩 海兽 昭明连弧纹 鎏金 双鱼纹 湖州铭 素面 八卦纹'),
    shapes: words('铜镜 铜镜 铜洗 铜熏炉 铜带钩 铜灯 铜印 铜权 铜锁'),
    parts: words('直径 厚'),
    sizes: [20, 300],
    masses: [15, 2600],
    unit: '面',
  },
  {
    share: 17,
    category: '陶器',
    materials: ['陶'],
    eras: of('neolithic', 'warring', 'han', 'han', 'northernQi', 'tang'),
    features: words('彩绘 绳纹 灰 红 三彩 绿釉 彩绘骑马 黄釉 篮纹 夹砂 黑 彩绘执笏'),
    shapes: words('陶罐 陶壶 陶鼎 陶俑 陶仓 陶井 陶灶 陶鬲 陶钵 陶马 陶骆驼 陶盘 陶楼'),
    parts: words('通高 口径 腹径'),
    sizes: [50, 900],
    masses: [120, 16000],
    unit: '件',
  },
  {
    share: 13,
    category: '钱币',
    materials: ['铜', '铁', '银'],
    eras: of('warring', 'han', 'tang', 'song', 'song', 'ming', 'qing', 'republic'),
    features: words('五铢 半两 开元通宝 元丰通宝 崇宁重宝 大定通宝 洪武通宝 乾隆通宝 光绪元宝 康熙通宝 布币'),
    shapes: words('铜钱 铜钱 铜钱 折二钱 折十钱 银元 铁钱 钱范'),
    parts: words('直径 穿径 厚'),
    sizes: [8, 48],
    masses: [2, 30],
    unit: '枚',
  },
  {
    share: 8,
    category: '石器、石刻、砖瓦',
    materials: ['石', '砖瓦'],
    eras: of('neolithic', 'han', 'northernQi', 'tang', 'song', 'ming'),
    features: words('车马出行 四神 莲花纹 磨光 狩猎图 线刻 篆书 瑞兽纹'),
    shapes: words('画像石 画像砖 瓦当 石斧 墓志 石碑 石狮 石铲 经幢'),
    parts: words('长 宽 厚'),
    sizes: [60, 1800],
    masses: [300, 240000],
    unit: '块',
  },
  {
    share: 7,
    category: '玉石器、宝石',
    materials: ['宝玉石', '玉'],
    eras: of('neolithic', 'shang', 'warring', 'han', 'ming', 'qing'),
    features: words('谷纹 青玉 白玉 蟠龙纹 素面 墨玉 云纹 双凤'),
    shapes: words('玉璧 玉佩 玉环 玉琮 玉蝉 玉带钩 玉簪 玛瑙珠 玉觿'),
    parts: words('直径 厚'),
    sizes: [10, 240],
    masses: [5, 900],
    unit: '件',
  },
  {
    share: 6,
    category: '书法、绘画',
    materials: ['纸', '丝', '纸,丝'],
    eras: of('ming', 'qing', 'qing', 'republic'),
    features: words('王铎行书 佚名山水 傅山草书 佚名花鸟 设色人物 墨竹 行书七言 山水四条屏 楷书'),
    shapes: words('图轴 轴 对联 册页 扇面 横幅 手卷 中堂'),
    parts: words('纵 横'),
    sizes: [180, 2400],
    masses: [80, 1500],
    unit: '幅',
  },
  {
    share: 5,
    category: '古籍图书',
    materials: ['纸'],
    eras: of('ming', 'qing', 'qing', 'republic'),
    features: words('刻本 抄本 石印本 官刻 家刻 套印'),
    shapes: words('《四书集注》 《通鉴纲目》 《县志》 《诗经集传》 《周易本义》 《本草纲目》 《族谱》'),
    parts: words('长 宽 厚'),
    sizes: [10, 320],
    masses: [120, 2600],
    unit: '册',
  },
  {
    share: 4,
    category: '雕塑、造像',
    materials: ['石', '铜', '木', '泥'],
    eras: of('northernQi', 'tang', 'song', 'ming', 'qing'),
    features: words('汉白玉 鎏金铜 彩绘木雕 砂石 铁铸 泥塑'),
    shapes: words('释迦牟尼造像 菩萨造像 观音像 佛头 罗汉像 天王像 造像碑'),
    parts: words('通高 底宽'),
    sizes: [60, 1900],
    masses: [200, 320000],
    unit: '尊',
  },
  {
    share: 3,
    category: '铁器、其他金属器',
    materials: ['铁', '其他金属'],
    eras: of('han', 'tang', 'song', 'ming', 'qing'),
    features: words('铸 环首 素面 八卦纹 锡'),
    shapes: words('铁刀 铁犁铧 铁钟 铁釜 铁剑 锡壶 铁炮'),
    parts: words('长 宽'),
    sizes: [40, 1100],
    masses: [100, 42000],
    unit: '件',
  },
]

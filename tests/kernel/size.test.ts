import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSize, type ReadSize } from '../../shared/kernel/size.ts'
import { anyText, shuffled } from './texts.ts'

/** 高 32.5cm 32.5 → label, value, unit, centimetres, as one line a part. */
const lines = (size: ReadSize): string[] =>
  size.parts.map(({ label, value, to, unit, cm }) =>
    [label ?? '·', to === undefined ? value : `${String(value)}~${String(to)}`, unit ?? '·', cm ?? '·'].join(
      ' '
    )
  )
const codes = (text: string): string[] => readSize(text).warnings.map((note) => note.code)

describe('sizes as registers have them', () => {
  it.each<[string, string[]]>([
    ['高32.5厘米，口径12厘米', ['高 32.5 cm 32.5', '口径 12 cm 12']],
    ['通高286mm', ['通高 286 mm 28.6']],
    ['纵53.1cm 横19.4cm', ['纵 53.1 cm 53.1', '横 19.4 cm 19.4']],
    ['长12×宽8×高3厘米', ['长 12 cm 12', '宽 8 cm 8', '高 3 cm 3']],
    ['画心 纵100厘米 横50厘米', ['画心纵 100 cm 100', '横 50 cm 50']],
    ['残高12公分、最大腹径3.5公分', ['残高 12 cm 12', '最大腹径 3.5 cm 3.5']],
    ['高1.2米', ['高 1.2 m 120']],
    ['高约12厘米', ['高 12 cm 12']],
    ['高12(含座)厘米', ['高 12 cm 12']],
    ['通高１２．３㎝', ['通高 12.3 cm 12.3']],
    ['高十二厘米', ['高 12 cm 12']],
    ['support: 394 x 419 mm', ['support 394 mm 39.4', 'support 419 mm 41.9']],
    [
      'support: 1492 x 1111 mm\r\nframe (Half Royal): 1911 x 1535 x 74 mm',
      [
        ...['support 1492 mm 149.2', 'support 1111 mm 111.1'],
        ...[
          'frame (Half Royal) 1911 mm 191.1',
          'frame (Half Royal) 1535 mm 153.5',
          'frame (Half Royal) 74 mm 7.4',
        ],
      ],
    ],
    ['总尺寸：36.8 x 23.8 厘米（14 1/2 x 9 3/8 英寸）', ['总尺寸 36.8 cm 36.8', '总尺寸 23.8 cm 23.8']],
    ['直径：22.3 厘米（8.3/4英寸）', ['直径 22.3 cm 22.3']],
    ['Frame: H: 1502 mm,  W: 1250 mm', ['Frame: H 1502 mm 150.2', 'W 1250 mm 125']],
    ['object: 1001 x 709 mm, 1.5 kg', ['object 1001 mm 100.1', 'object 709 mm 70.9']],
    ['口径12cm，重2kg', ['口径 12 cm 12']],
    ['第 1 部分：142.2 x 77.5 厘米', ['第1部分 142.2 cm 142.2', '第1部分 77.5 cm 77.5']],
    ['清乾隆1736年款，高12厘米；收藏赠品 2020.183', ['高 12 cm 12']],
  ])('reads %s, and has nothing to remark', (text, parts) => {
    expect(lines(readSize(text))).toEqual(parts)
    expect(codes(text)).toEqual([])
  })

  it.each([
    '12.5×8×3cm',
    '１２．５×８×３ｃｍ',
    '12.5✕8✕3 ㎝',
    '12.5x8X3厘米',
    '12.5*8＊3 cm',
    '12.5cm×8cm×3cm',
  ])('gives the unit at the end of %s to all factors, without saying which is which', (text) => {
    expect(lines(readSize(text))).toEqual(['· 12.5 cm 12.5', '· 8 cm 8', '· 3 cm 3'])
    expect(codes(text)).toEqual(['size.noLabel'])
  })

  it.each(['长 12 宽 8 厘米', '长12、宽8厘米', '长12，宽8（厘米）'])(
    'applies the unit at the end of %s with a warning',
    (text) => {
      expect(lines(readSize(text))).toEqual(['长 12 cm 12', '宽 8 cm 8'])
      expect(codes(text)).toEqual(['size.unitAtEnd'])
    }
  )

  it.each<[string, string[]]>([
    ['高32.5、口径12', ['高 32.5 · ·', '口径 12 · ·']],
    ['直径8.1 厚2.18', ['直径 8.1 · ·', '厚 2.18 · ·']],
    ['30.5*20', ['· 30.5 · ·', '· 20 · ·']],
    ['12', ['· 12 · ·']],
  ])('keeps %s and never guesses its unit', (text, parts) => {
    expect(lines(readSize(text))).toEqual(parts)
    expect(readSize(text).warnings[0]).toEqual({ code: 'size.noUnit', detail: { count: parts.length } })
  })

  it('does not carry a unit forwards', () => {
    expect(lines(readSize('高32.5厘米，口径12'))).toEqual(['高 32.5 cm 32.5', '口径 12 · ·'])
    expect(lines(readSize('12cm×8×3'))).toEqual(['· 12 cm 12', '· 8 · ·', '· 3 · ·'])
    // nor over the end of a line
    expect(lines(readSize('frame: 20 x 30\nsupport: 10 x 15 mm'))[0]).toBe('frame 20 · ·')
  })

  it('reads a range', () => {
    expect(lines(readSize('口径12-13厘米'))).toEqual(['口径 12~13 cm 12'])
    expect(lines(readSize('口径12cm~13cm'))).toEqual(['口径 12~13 cm 12'])
  })

  it('does not convert 寸 and 尺, which changed with the times', () => {
    expect(lines(readSize('高12寸'))).toEqual(['高 12 寸 ·'])
    expect(codes('高12寸')).toEqual(['size.oldUnit'])
  })

  it('notices inches that do not agree with the centimetres', () => {
    expect(codes('总尺寸：8 x 18.9厘米（3 1/8 x 7/16英寸）')).toEqual(['size.inchesDiffer'])
  })

  it('remarks on a size of nothing, and on words without a size', () => {
    expect(codes('高0厘米')).toEqual(['size.notPositive'])
    expect(codes('Overall display dimensions variable')).toEqual(['size.unread'])
    expect(codes('duration: 20min')).toEqual(['size.unread'])
    expect(readSize('  ')).toEqual({ text: '  ', parts: [], warnings: [] })
  })
})

describe('whatever is written', () => {
  const words = [
    '高',
    '口径',
    '厘米',
    'mm',
    '×',
    'x',
    '*',
    '(',
    ')',
    '：',
    ':',
    '，',
    '、',
    ';',
    ' ',
    '.',
    '/',
    '英寸',
    '-',
    '寸',
    'kg',
    '十',
  ]

  it('never throws and keeps the literal; without a unit there are no centimetres', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, shuffled(words, 16)), (text) => {
        const size = readSize(text)
        expect(size.text).toBe(text)
        for (const part of size.parts) {
          expect(Number.isFinite(part.value)).toBe(true)
          if (part.unit === null) expect(part.cm).toBeNull()
        }
      }),
      { numRuns: 10_000 }
    )
  })

  it('is the same size in millimetres, centimetres and metres', () => {
    const tenths = fc.integer({ min: 1, max: 500_000 })
    fc.assert(
      fc.property(tenths, tenths, (a, b) => {
        const [inMillimetres, inCentimetres, inMetres] = [
          `高${String(a)}毫米，宽${String(b)}毫米`,
          `高${String(a / 10)}厘米，宽${String(b / 10)}厘米`,
          `高${(a / 1000).toFixed(3)}米，宽${(b / 1000).toFixed(3)}米`,
        ].map((text) => readSize(text).parts.map((part) => part.cm))
        expect(inMillimetres).toEqual([a / 10, b / 10])
        expect(inCentimetres).toEqual(inMillimetres)
        expect(inMetres).toEqual(inMillimetres)
      })
    )
  })

  it('answers a text of any length (a parser that backtracks would never end)', () => {
    for (const sign of ['1x', '(', '1(', '高1、', '1 ', '十', '1/', ',1']) {
      const text = sign.repeat(20_000)
      expect(readSize(text).text).toBe(text)
    }
  })
})

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
    ['清乾隆1736年款，高12厘米', ['高 12 cm 12']],
    ['厚.15厘米', ['厚 0.15 cm 0.15']],
    ['高十二点五厘米', ['高 12.5 cm 12.5']],
    ['1.高32厘米，口径12厘米；2.高20厘米', ['高 32 cm 32', '口径 12 cm 12', '高 20 cm 20']],
    ['1、高32厘米；2、高20厘米', ['高 32 cm 32', '高 20 cm 20']],
    ['(1)高32厘米(2)高20厘米', ['高 32 cm 32', '高 20 cm 20']],
    ['①高32厘米②高20厘米', ['高 32 cm 32', '高 20 cm 20']],
    ['口径12cm/底径8cm', ['口径 12 cm 12', '底径 8 cm 8']],
    ['12cm高，8cm宽', ['高 12 cm 12', '宽 8 cm 8']],
    ['12cm高 8cm宽', ['高 12 cm 12', '宽 8 cm 8']],
    ['12 cm H x 8 cm W', ['H 12 cm 12', 'W 8 cm 8']],
    ['口径12 底径8 高32.5（单位：厘米）', ['口径 12 cm 12', '底径 8 cm 8', '高 32.5 cm 32.5']],
    ['尺寸（cm）：高32.5 口径12', ['高 32.5 cm 32.5', '口径 12 cm 12']],
    ['高12，宽8，单位cm', ['高 12 cm 12', '宽 8 cm 8']],
    ['长×宽×高:20×10×5cm', ['长 20 cm 20', '宽 10 cm 10', '高 5 cm 5']],
    ['高1米20厘米', ['高 120 cm 120']],
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

  it.each<[string, string[], string[]]>([
    ['0.5×.3cm', ['· 0.5 cm 0.5', '· 0.3 cm 0.3'], ['size.noLabel']],
    ['口12，底8，高20厘米', ['口 12 cm 12', '底 8 cm 8', '高 20 cm 20'], ['size.unitAtEnd']],
    [
      '直径2.5，穿0.6，厚0.15厘米',
      ['直径 2.5 cm 2.5', '穿 0.6 cm 0.6', '厚 0.15 cm 0.15'],
      ['size.unitAtEnd'],
    ],
    ['盖5、身20厘米', ['盖 5 cm 5', '身 20 cm 20'], ['size.unitAtEnd']],
    ['画心120，60厘米', ['画心 120 cm 120', '· 60 cm 60'], ['size.unitAtEnd', 'size.noLabel']],
    ['长轴12，短轴8cm', ['长轴 12 cm 12', '短轴 8 cm 8'], ['size.unitAtEnd']],
    ['口径十二，高二十厘米', ['口径 12 cm 12', '高 20 cm 20'], ['size.unitAtEnd']],
    ['高12左右，口径8厘米', ['高 12 cm 12', '口径 8 cm 8'], ['size.unitAtEnd']],
    ['高32.5；口径12；底径8厘米', ['高 32.5 cm 32.5', '口径 12 cm 12', '底径 8 cm 8'], ['size.unitAtEnd']],
    ['高32/28/20厘米', ['高 32 cm 32', '· 28 cm 28', '· 20 cm 20'], ['size.unitAtEnd', 'size.noLabel']],
    ['32.5/12/8', ['· 32.5 · ·', '· 12 · ·', '· 8 · ·'], ['size.noUnit', 'size.noLabel']],
    ['138×34cm×2', ['· 138 cm 138', '· 34 cm 34'], ['size.leftOver', 'size.noLabel']],
    ['高12（连座15）厘米', ['高 12 cm 12'], ['size.leftOver']],
    ['高12厘米；收藏赠品 2020.183', ['高 12 cm 12'], ['size.leftOver']],
    ['边3处磨损，高12厘米', ['高 12 cm 12'], ['size.leftOver']],
    ['碗，960-1279，高12厘米', ['高 12 cm 12'], ['size.leftOver']],
    ['图像.135 x 57 厘米', ['图像. 135 cm 135', '· 57 cm 57'], ['size.leftOver', 'size.noLabel']],
    ['高12.5.3厘米', [], ['size.unread']],
    // 1.2 m or 102 cm
    ['高1米2', [], ['size.unread']],
  ])('takes of %s what it says, and remarks', (text, parts, remarks) => {
    expect(lines(readSize(text))).toEqual(parts)
    expect(codes(text)).toEqual(remarks)
  })

  it.each(['高-5厘米', '高：-5cm', '-5cm', '高负5厘米', '高－5厘米', '12厘米×-5厘米'])(
    'keeps the minus of %s, and says that there is no such size',
    (text) => {
      expect(readSize(text).parts.at(-1)).toMatchObject({ value: -5, cm: -5 })
      expect(codes(text)).toContain('size.notPositive')
    }
  )

  it.each(['高——5厘米', '高 - 5厘米'])('takes the dash of %s for a dash', (text) => {
    expect(lines(readSize(text))).toEqual(['高 5 cm 5'])
  })

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

  const label = fc.constantFrom('高', '口径', '口', '盖', '画心', '长轴', '碗', '', '高约', '附件')
  const number = fc.oneof(
    fc.integer({ min: 1, max: 500 }).map(String),
    fc.integer({ min: 1, max: 5000 }).map((tenths) => (tenths / 10).toFixed(1)),
    fc.integer({ min: 1, max: 99 }).map((part) => `.${String(part).padStart(2, '0')}`)
  )
  const item = fc
    .tuple(
      label,
      fc.constantFrom('', '：', ' '),
      number,
      fc.constantFrom('', '厘米', 'cm', '毫米', '左右', '（残）')
    )
    .map(([name, colon, value, unit]) => ({
      text: `${name}${name === '' ? '' : colon}${value}${unit}`,
      value,
    }))

  it('has every number in a part, or warns about it', () => {
    const separator = fc.constantFrom('，', '、', '；', ' ', ', ', '\n')
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), separator, (items, comma) => {
        const size = readSize(items.map(({ text }) => text).join(comma))
        const told = size.warnings.some(({ code }) => code === 'size.leftOver' || code === 'size.unread')
        for (const { value } of items) {
          const there = size.parts.some((part) => part.value === Number(value) || part.label?.includes(value))
          expect([size.text, value, told || there]).toEqual([size.text, value, true])
        }
      }),
      { numRuns: 5000 }
    )
  })

  it('never turns a minus into a plus', () => {
    const before = fc.constantFrom('', '高', '高：', '口径 ', '通高12厘米，', '12×', '底径8cm；高', '约')
    fc.assert(
      fc.property(
        before,
        fc.constantFrom('-', '－', '−', '负'),
        fc.integer({ min: 601, max: 999 }),
        fc.constantFrom('厘米', 'cm', ''),
        (words, minus, value, unit) => {
          const size = readSize(`${words}${minus}${String(value)}${unit}`)
          expect(size.parts.map((part) => part.value)).not.toContain(value)
          expect(size.warnings.length).toBeGreaterThan(0)
        }
      )
    )
  })

  it('answers a text of any length (a parser that backtracks would never end)', () => {
    for (const sign of ['1x', '(', '1(', '高1、', '1 ', '十', '1/', ',1']) {
      const text = sign.repeat(20_000)
      expect(readSize(text).text).toBe(text)
    }
  })
})

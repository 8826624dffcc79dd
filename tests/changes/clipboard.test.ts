import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clipboardCells, clipboardText } from '../../shared/changes/clipboard.ts'
import { guardText } from '../../shared/kernel/formula-guard.ts'
import { aFolder, textsIn } from '../files/crafted.ts'

const file = aFolder()
const rows = [
  ['总登记号', '名称', '备注'],
  ['0001', '铜\t鼎', '第一行\n第二行'],
  ['0002', '"大"瓶', '=SUM(A1)'],
  ['-3', '＝1+1', '@库'],
]

it('quotes what would break a cell, and keeps a text that looks like a formula a text', () => {
  expect(clipboardText(rows)).toBe(
    [
      '总登记号\t名称\t备注',
      '0001\t"铜\t鼎"\t"第一行\n第二行"',
      '0002\t"""大""瓶"\t\'=SUM(A1)',
      "-3\t'＝1+1\t'@库",
      '',
    ].join('\r\n')
  )
})

it('comes back as it was through our own reader of such texts', async () => {
  expect(await textsIn(file('copied.tsv', clipboardText(rows)))).toEqual(rows)
})

it.each([
  [
    'of a spreadsheet program',
    'a\tb\r\n"1\t2"\t"x""y"\r\n\t\r\n',
    [
      ['a', 'b'],
      ['1\t2', 'x"y'],
    ],
  ],
  ['without a line break at the end', '一库\n二库', [['一库'], ['二库']]],
  ['with empty cells at both ends', '\ta\t\r\n', [['', 'a', '']]],
  [
    'with quotes that are signs',
    '5"瓶\t"半\r\n"a"b\t1',
    [
      ['5"瓶', '"半'],
      ['"a"b', '1'],
    ],
  ],
  ['with a text over several lines', '"第一行\r\n第二行"\t2', [['第一行\r\n第二行', '2']]],
  ['of nothing but white', '\r\n \t\r\n', []],
])('reads what others put on the clipboard: %s', (_, text, cells) => {
  expect(clipboardCells(text)).toEqual(cells)
})

it('reads back whatever it writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ', '库', "'") })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (made) => {
      const rows = made.map(([first, second]) => [`x${first}`, second])
      expect(clipboardCells(clipboardText(rows))).toEqual(rows.map((row) => row.map(guardText)))
    })
  )
})

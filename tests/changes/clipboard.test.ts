import { expect, it } from 'vitest'
import { clipboardText } from '../../shared/changes/clipboard.ts'
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

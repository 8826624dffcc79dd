import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isNear } from '../../shared/people/likeness.ts'
import { readParties } from '../../shared/people/texts.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aParty } from './kit.ts'

describe.each(ENGINES)('who may be one on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())
  const hints = async (values: Parameters<TestMuseum['client']['people']['alike']>[0]['values']) =>
    (await museum.client.people.alike({ values })).alike.map(
      ({ name, reasons }) => `${name} ${reasons.join('+')}`
    )

  it('hints while a name is typed: the same folded, another name, the same number, the same sound', async () => {
    await aParty(museum, { name: '张建国', phone: '138-0000-1111', idNumber: '14020219500101' })
    await aParty(museum, { name: '云河县文化馆', kind: 'institution', otherNames: '县群众艺术馆' })
    expect(await hints({ name: '张建国 先生' })).toEqual(['张建国 name'])
    expect(await hints({ name: '张健国' })).toEqual(['张建国 reading'])
    expect(await hints({ name: '王五', phone: '13800001111' })).toEqual(['张建国 phone'])
    expect(await hints({ name: '王五', idNumber: '１４０２０２１９５００１０１' })).toEqual([
      '张建国 idNumber',
    ])
    expect(await hints({ name: '县群众艺术馆' })).toEqual(['云河县文化馆 otherName'])
    expect(await hints({ name: '县文化馆' })).toEqual(['云河县文化馆 contained'])
    expect(await hints({ name: '云河县文化局' })).toEqual(['云河县文化馆 near'])
    // one character makes another person of a short name
    expect(await hints({ name: '张建军' })).toEqual([])
    expect(await hints({ name: '' })).toEqual([])
  })

  it('lists likely pairs with why, never those whose lives say two, and none that were told apart', async () => {
    const one = await aParty(museum, { name: '张三', born: '1902' })
    const other = await aParty(museum, { name: '张 三', born: '1903' })
    await aParty(museum, { name: '张三', born: '1950' })
    await aParty(museum, { name: '县文化馆', kind: 'institution' })
    await aParty(museum, { name: '云河县文化馆', kind: 'institution' })
    const { pairs, total } = await museum.client.people.pairs({})
    expect(total).toBe(2)
    expect(pairs.map(({ one: a, other: b, reasons }) => [a.name, b.name, ...reasons])).toEqual([
      ['张 三', '张三', 'name'],
      ['县文化馆', '云河县文化馆', 'contained'],
    ])
    await museum.client.people.tellApart({ one, other, apart: true })
    expect((await museum.client.people.pairs({})).total).toBe(1)
    await museum.client.people.tellApart({ one: other, other: one, apart: false })
    expect((await museum.client.people.pairs({})).total).toBe(2)
  })
})

describe('reading who is named', () => {
  it.each([
    ['sourceDetail', '张三捐赠', '接受捐赠', 'donor', ['张三']],
    ['sourceDetail', '张三同志捐献', '接受捐赠', 'donor', ['张三']],
    ['sourceDetail', '购自王麻子', '征集购买', 'seller', ['王麻子']],
    ['sourceDetail', '李四', '征集购买', 'seller', ['李四']],
    ['sourceDetail', '山西省考古研究所发掘', '发掘', 'excavator', ['山西省考古研究所']],
    ['sourceDetail', '由县公安局移交', '移交', 'transferor', ['县公安局']],
    ['sourceDetail', '郑和平捐赠', '接受捐赠', 'donor', ['郑和平']],
    ['author', '（宋）朱熹撰', null, 'maker', ['朱熹']],
    ['author', '齐白石、徐悲鸿 合绘', null, 'maker', ['齐白石', '徐悲鸿']],
  ] as const)('%s %s', (field, text, source, role, names) => {
    const read = readParties(field, text, source)
    expect(read?.role).toBe(role)
    expect(read?.names.map(({ name }) => name)).toEqual(names)
  })

  it('finds nobody where nobody is named, and is not sure of a sentence', () => {
    for (const text of ['旧藏', '征集', '不详', '佚名', '捐赠', '—', '1985年征集'])
      expect(readParties('sourceDetail', text, '旧藏'), text).toBeNull()
    expect(readParties('sourceDetail', '1998年城关镇张庄村修路时出土后上交', '移交')?.sure).toBe(false)
  })

  it('takes a slip in a long name for a slip, and nothing else', () => {
    expect(isNear('云河县文化馆', '云河县文化局')).toBe(true)
    expect(isNear('云河县文化馆', '云河县老文化馆')).toBe(true)
    expect(isNear('云河县文化馆', '云河县文化馆')).toBe(false)
    expect(isNear('云河县文化馆', '云湖县文化局')).toBe(false)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { leaves, readCode, readMaterials, table, TABLE_NAMES } from '../../shared/vocabulary/tables.ts'

const labels = (name: Parameters<typeof table>[0]): string[] => table(name).values.map((value) => value.label)

describe('every table', () => {
  it.each([...TABLE_NAMES])('%s has a date, a status, a source, and codes of its own', (name) => {
    const { id, version, status, source, values } = table(name)
    expect(id).toBe(name)
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(['现行', '废止', '待核实']).toContain(status)
    expect(source.length).toBeGreaterThan(10)
    expect(new Set(values.map((value) => value.code)).size).toBe(values.length)
  })

  it.each(TABLE_NAMES.filter((name) => name !== 'reign'))('%s has no word that means two things', (name) => {
    const meanings = new Map<string, string>()
    for (const { label, aliases, code } of table(name).values) {
      for (const alias of [label, ...aliases]) {
        const text = typeof alias === 'string' ? alias : alias.text
        expect([text, meanings.get(text) ?? code]).toEqual([text, code])
        meanings.set(text, code)
      }
    }
  })

  it.each([...TABLE_NAMES])('%s has only parents that exist, and years in order', (name) => {
    const own = new Set([...table(name).values, ...table('era').values].map((value) => value.code))
    for (const { label, parent, start, end } of table(name).values) {
      expect([label, parent === undefined || own.has(parent)]).toEqual([label, true])
      if (start !== undefined && end !== undefined) expect(start).toBeLessThanOrEqual(end)
    }
  })
})

describe('the national values', () => {
  it('are as many as the census has', () => {
    expect(labels('number-type')).toHaveLength(8)
    expect(labels('category')).toHaveLength(35)
    expect(labels('source')).toHaveLength(10)
    expect(leaves('material').filter((leaf) => leaf.parent === '11' || leaf.parent === '12')).toHaveLength(24)
  })

  it('are written exactly as exported', () => {
    expect(labels('number-type')[6]).toBe('出土(水)登记号')
    expect(labels('category')[0]).toBe('玉石器、宝石')
    expect(labels('grade')).toEqual(['一级', '二级', '三级', '一般', '未定级'])
    expect(labels('completeness')[3]).toBe('严重残缺(含缺失部件)')
    expect(labels('condition')[0]).toBe('状态稳定，不需修复')
    expect(labels('mass-band')).toEqual([
      '<0.01 kg',
      '0.01-1 kg',
      '1-50 kg',
      '50-100 kg',
      '100-1000 kg',
      '>1000 kg',
    ])
    expect(labels('acquisition-band')).toEqual([
      '1949.10.1前',
      '1949.10.1-1965',
      '1966-1976',
      '1977-2000',
      '2001至今',
    ])
    expect(labels('era')).toContain('中华人民共和国(1949年10月1日成立)')
    expect(labels('era')).toContain('五代·后周(951~960)')
  })

  const list = '../shared/data/census-codelists/year_types.csv'
  it.skipIf(!existsSync(list))(`carry the census codes of 年代 (${list})`, () => {
    const rows: Record<string, string>[] = parse(readFileSync(list), { columns: true })
    const ours = new Map(table('era').values.map((value) => [value.code, value.label]))
    expect(new Set(rows.map((row) => row.code))).toEqual(new Set(ours.keys()))
    // two labels are cut short or worded otherwise in that list; china-standards 1.4 decides
    const differ = rows.filter((row) => ours.get(row.code ?? '') !== row.fullname)
    expect(differ.map((row) => row.code).sort()).toEqual(['321000', '402000'])
  })

  it('give a node of a dynasty the years in its label', () => {
    for (const { label, start, end } of table('era').values) {
      const years = /\((约?前)?(\d+)~(约?前|公元)?(\d+)\)$/u.exec(label)
      if (!years) continue
      const signed = (before: string | undefined, year: string | undefined): number =>
        before?.endsWith('前') ? -Number(year) : Number(year)
      expect([label, start, end]).toEqual([label, signed(years[1], years[2]), signed(years[3], years[4])])
    }
  })
})

describe('reading a value', () => {
  it.each([
    ['grade', '一级文物', '一级'],
    ['grade', '叁级', '三级'],
    ['grade', ' 2 ', '二级'],
    ['grade', '一般文物', '一般'],
    ['grade', '未定', '未定级'],
    ['completeness', '完好', '完整'],
    ['completeness', '严重残缺（含缺失部件）', '严重残缺(含缺失部件)'],
    ['completeness', '残', '残缺'],
    ['condition', '状态稳定,不需修复', '状态稳定，不需修复'],
    ['condition', '急需修复', '腐蚀损毁严重，急需修复'],
    ['source', '捐赠', '接受捐赠'],
    ['source', '考古发掘', '发掘'],
    ['category', '青铜器', '铜器'],
    ['category', '书法绘画', '书法、绘画'],
    ['category', '玉石器,宝石', '玉石器、宝石'],
    ['era', '唐代', '唐(618~907)'],
    ['era', '五代•后周(951～960)', '五代·后周(951~960)'],
    ['number-type', '出土（水）登记号', '出土(水)登记号'],
    ['quantity-unit', '件/套', '件(套)'],
  ] as const)('%s: %s → %s', (name, text, label) => {
    expect(readCode(name, text)).toMatchObject({ label, asked: false, warnings: [] })
  })

  it('asks before it takes 调拨 for 拨交', () => {
    expect(readCode('source', '调拨')).toMatchObject({ label: '拨交', asked: true })
    expect(readCode('source', '调拨').warnings).toEqual([
      { code: 'code.ask', detail: { text: '调拨', label: '拨交' } },
    ])
  })

  it('says so where it knows no such value, and nothing of an empty cell', () => {
    expect(readCode('grade', '特级')).toMatchObject({ code: null, label: null, asked: false })
    expect(readCode('grade', '特级').warnings[0]?.code).toBe('code.unknown')
    expect(readCode('grade', ' ')).toEqual({ code: null, label: null, asked: false, warnings: [] })
  })

  it.each([...TABLE_NAMES])('%s: every label reads as itself', (name) => {
    for (const { code, label } of table(name).values) {
      if (name !== 'reign') expect(readCode(name, label)).toMatchObject({ code, label, asked: false })
    }
  })
})

describe('materials (1.5, V04)', () => {
  it.each<[string, string[], string, string]>([
    ['青铜', ['铜'], '单一质地', '无机质'],
    ['玉石', ['宝玉石'], '单一质地', '无机质'],
    ['骨角', ['骨角牙'], '单一质地', '有机质'],
    ['铜,金', ['铜', '金'], '复合或组合质地', '无机复合或组合'],
    ['铁,木', ['铁', '木'], '复合或组合质地', '有机无机复合或组合'],
    ['纸、丝', ['纸', '丝'], '复合或组合质地', '有机复合或组合'],
    ['铜/铁；木', ['铜', '铁', '木'], '复合或组合质地', '有机无机复合或组合'],
    ['铜和青铜', ['铜'], '单一质地', '无机质'],
  ])('%s', (text, leaf, kind, subclass) => {
    expect(readMaterials(text)).toEqual({ labels: leaf, class: kind, subclass, asked: false, warnings: [] })
  })

  it('keeps what it knows, and derives nothing from half a list', () => {
    const read = readMaterials('铜、奇石')
    expect(read).toMatchObject({ labels: ['铜'], class: null, subclass: null })
    expect(read.warnings).toEqual([{ code: 'code.unknown', detail: { text: '奇石' } }])
  })

  it('takes no class of materials for a material', () => {
    expect(readMaterials('有机质')).toMatchObject({ labels: [], class: null, subclass: null })
  })
})

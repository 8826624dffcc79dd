import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import {
  asSeen,
  bring,
  commit,
  inspect,
  isThere,
  objects,
  record,
  REGISTRY,
  rehearse,
  undo,
} from './bringing.ts'

describe.each(ENGINES)("a county museum's own registry on %s", (engine) => {
  describe.skipIf(!isThere(REGISTRY))('(needs ../shared/data)', () => {
    let museum: TestMuseum
    beforeAll(async () => {
      museum = await aMuseum({ engine })
    })
    afterAll(() => museum.close())

    it('is recognised: header in row 3, sixteen columns, nothing left to guess', async () => {
      const seen = await inspect(museum, REGISTRY)
      expect(seen).toMatchObject({ kind: 'xlsx', encoding: null, file: 'county-registry-465.xlsx' })
      const [sheet] = seen.sheets
      expect(sheet).toMatchObject({
        name: '藏品',
        chosen: true,
        headerRows: [3],
        title: '某县博物馆馆藏文物登记表',
      })
      expect(sheet?.headings.map(({ target }) => target)).toEqual([
        ...['number', 'name', 'era', 'category', 'materials', 'actualQuantity', 'quantityUnit', 'sizeText'],
        ...['mass', 'grade', 'source', 'completeness', 'condition', 'acquiredOn', 'place', 'remarks'],
      ])
      expect(sheet?.headings.every(({ because }) => because === 'alias')).toBe(true)
    })

    it('is rehearsed: per column what was understood, per row what is wrong, and nothing is written', async () => {
      const result = await rehearse(museum, REGISTRY)
      expect(result).toMatchObject({
        dryRun: true,
        rows: 465,
        created: 460,
        changed: 0,
        unchanged: 0,
        refused: 5,
        imported: 460,
      })
      expect(await objects(museum)).toBe(0)
      const counts = Object.fromEntries(
        (result.sheets[0]?.columns ?? []).map(({ heading, filled, asked }) => [heading, [filled, asked]])
      )
      expect(counts).toEqual({
        总登记号: [465, 0],
        名称: [465, 0],
        年代: [465, 61],
        类别: [465, 0],
        质地: [465, 0],
        数量: [465, 188],
        单位: [390, 0],
        // 335 are text; those without a unit or without names for their factors are asked
        尺寸: [414, 163],
        重量: [316, 127],
        级别: [412, 0],
        来源: [427, 36],
        完残程度: [410, 48],
        保存状态: [415, 0],
        入藏时间: [423, 46],
        存放地点: [363, 0],
        备注: [247, 0],
      })
      const sizes = result.sheets[0]?.columns.find(({ heading }) => heading === '尺寸')
      expect(sizes?.warnings).toEqual({ 'size.noUnit': 163, 'size.noLabel': 46 })
      expect(sizes?.examples[0]).toEqual({ row: 5, text: '直径8.1 厚2.18', code: 'size.noUnit' })
      expect(result.leftOut).toEqual([
        { sheet: '藏品', row: 469, kind: 'total' },
        { sheet: '藏品', row: 470, kind: 'signature' },
      ])
      await museum.client.imports.forget({ batch: result.batch })
    })

    it('refuses the second row of a number, naming the first', async () => {
      const result = await rehearse(museum, REGISTRY)
      const { lines, total } = await museum.client.imports.lines({ batch: result.batch, verdict: 'refused' })
      expect(total).toBe(5)
      expect(lines.map(({ number }) => number).sort()).toEqual(['0073', '0106', '0107', '0365', '0432'])
      for (const line of lines) {
        expect(line.notes).toMatchObject([
          { code: 'import.duplicateInFile', field: 'number', detail: { sheet: '藏品' } },
        ])
        expect(Number(line.notes[0]?.detail['row'])).toBeLessThan(line.row)
      }
      const asked = await museum.client.imports.lines({
        batch: result.batch,
        code: 'day.twoDigitYear',
        limit: 2,
      })
      expect(asked.lines[0]).toMatchObject({
        row: 20,
        number: '0017',
        verdict: 'new',
        changes: expect.arrayContaining([
          { field: 'acquiredOn', literal: '85年', before: null, after: null },
        ]) as unknown,
      })
      await museum.client.imports.forget({ batch: result.batch })
    })

    it('is entered as one batch, with the literal beside what was understood', async () => {
      const plan = await rehearse(museum, REGISTRY, asSeen(await inspect(museum, REGISTRY)))
      const result = await commit(museum, plan.batch, '2024年普查登记')
      expect(result).toMatchObject({ dryRun: false, batch: plan.batch, created: 460, refused: 5 })
      expect(result.warnings).toEqual(plan.warnings)
      expect(await objects(museum)).toBe(460)
      const { values, literals, eraStart, eraEnd, batchId } = await record(museum, '0002')
      expect(values).toMatchObject({
        ...{ numberType: '藏品总登记号', book: '文物藏品', name: '明崇桢手榴弹', eraText: '明崇桢' },
        ...{ materials: '铁,木', materialClass: '复合或组合质地', materialSubclass: '有机无机复合或组合' },
        ...{
          grade: '三级',
          mass: null,
          acquisitionYear: 1977,
          acquisitionBand: '1977-2000',
          place: '二号库9柜4层',
        },
      })
      expect(literals).toMatchObject({ era: '明崇桢', mass: '2斤', grade: '叁级', acquiredOn: '1977' })
      expect([eraStart, eraEnd]).toEqual([1628, 1644])
      expect(batchId).toBe(result.batch)
      expect((await record(museum, '0015')).literals['number']).toBe('００１５')
    })

    it('is found, and whole', async () => {
      const { total } = await museum.client.catalogue.page({ find: { text: '手榴弹 铁' } })
      expect(total).toBeGreaterThan(10)
      expect(await museum.checked()).toEqual({ ok: true, problems: [] })
    })

    it('read a second time adds nothing and changes nothing', async () => {
      expect(await bring(museum, REGISTRY)).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 460,
        refused: 5,
        imported: 0,
      })
      expect(await objects(museum)).toBe(460)
      expect((await record(museum, '0002')).revision).toBe(1)
    })

    it('is taken back whole, and can come again', async () => {
      const { batches } = await museum.client.imports.batches({})
      const first = batches.find(({ name }) => name === '2024年普查登记')
      expect(first).toMatchObject({
        status: 'committed',
        counts: { created: 460, refused: 5 },
        person: '登记员',
      })
      expect(await undo(museum, first?.id ?? '')).toEqual({ batch: first?.id, undone: 460, skipped: [] })
      expect(await objects(museum)).toBe(0)
      expect(await museum.checked()).toEqual({ ok: true, problems: [] })
      expect(await bring(museum, REGISTRY)).toMatchObject({ created: 460 })
    })
  })
})

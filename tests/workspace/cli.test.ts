import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCommandLine, UsageError } from '../../electron/cli/args.ts'
import { run } from './typed.ts'

const REGISTRY = resolve('../shared/data/registry/county-registry-465.xlsx')
const has = existsSync(REGISTRY)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command line', () => {
  it('reads words and options, and refuses what it does not know', () => {
    expect(readCommandLine(['find', '青铜', '--limit', '5', '--json', '--data=/m'])).toEqual({
      words: ['find', '青铜'],
      options: { limit: '5', json: true, data: '/m' },
    })
    expect(readCommandLine(['parse', 'era', '--', '--5']).words).toEqual(['parse', 'era', '--5'])
    expect(() => readCommandLine(['find', '--data'])).toThrow(UsageError)
  })

  it('parses texts without a museum, one result a text', async () => {
    const era = await run('parse', 'era', '清乾隆二十三年', '公元前350年—前250年', '看不清')
    expect(era.exit).toBe(0)
    expect(era.answer).toMatchObject({
      results: [
        { text: '清乾隆二十三年', start: 1758, end: 1758 },
        { text: '公元前350年—前250年', start: -350, end: -250 },
        { text: '看不清', start: null, end: null },
      ],
    })
    const file = join(folder, 'texts.json')
    writeFileSync(file, JSON.stringify(['高32.5厘米，口径12厘米', '高30']))
    const size = await run('parse', 'size', '--in', file)
    expect(size.answer).toMatchObject({
      results: [
        {
          parts: [
            { label: '高', cm: 32.5 },
            { label: '口径', cm: 12 },
          ],
        },
        { parts: [{ label: '高', cm: null }] },
      ],
    })
    for (const [kind, text] of [
      ['mass', '500克'],
      ['quantity', '一套5件'],
      ['number', '一百二十三'],
      ['date', '民国二十年'],
    ] as const) {
      const { exit, answer } = await run('parse', kind, text)
      expect(exit).toBe(0)
      expect(answer).toMatchObject({ results: [{ text, warnings: expect.any(Array) as unknown }] })
    }
  })

  it('exits 2 where it is not understood, 1 where it refuses, and says why in words', async () => {
    expect((await run('dance')).exit).toBe(2)
    expect((await run('find', 'x')).exit).toBe(2)
    expect((await run('parse', 'era')).exit).toBe(2)
    const nowhere = await run('stats', '--data', join(folder, 'nowhere'))
    expect(nowhere).toMatchObject({ exit: 1, answer: { fault: { code: 'museum.missing' } } })
    expect(nowhere.stderr).toMatch(/[\u4e00-\u9fff]/)
    expect((await run('stats', '--data', join(folder, 'nowhere'), '--lang', 'en')).stderr).not.toMatch(
      /[\u4e00-\u9fff]/
    )
  })

  it.skipIf(!has)('carries a real registry from file to report (needs ../shared/data)', async () => {
    const data = join(folder, 'museum')
    expect((await run('init', '--museum', '云河县博物馆', '--province', 'shanxi', '--data', data)).exit).toBe(
      0
    )
    const dry = await run('import', 'objects', REGISTRY, '--dry-run', '--data', data)
    expect(dry).toMatchObject({ exit: 0, answer: { dryRun: true } })
    expect((await run('stats', '--data', data)).answer).toMatchObject({ objects: 0 })
    const first = await run('import', 'objects', REGISTRY, '--data', data)
    expect(first.exit).toBe(0)
    const { rows, imported, refused } = first.answer as { rows: number; imported: number; refused: number }
    expect(imported + refused).toBe(rows)
    expect(imported).toBeGreaterThan(400)
    expect((await run('import', 'objects', REGISTRY, '--data', data)).answer).toMatchObject({
      imported: 0,
      unchanged: imported,
    })

    const found = await run('find', '铜', '--limit', '3', '--data', data)
    expect(found.answer).toMatchObject({ objects: expect.any(Array) as unknown })
    const { total, objects } = found.answer as { total: number; objects: { number: string }[] }
    expect(total).toBeGreaterThan(0)
    expect(objects.length).toBe(Math.min(3, total))
    expect((await run('show', objects[0]?.number ?? '', '--data', data)).answer).toMatchObject({
      values: { number: objects[0]?.number },
    })
    expect((await run('facets', '铜', '--data', data)).answer).toMatchObject({ total })

    const { answer: standing } = await run('quality', '--data', data)
    expect(standing).toMatchObject({ objects: imported, rules: expect.any(Array) as unknown })
    expect(standing['errorRate']).toBe(Number(standing['errors']) / imported)
    const named = await run('quality', '--rule', 'N2', '--limit', '2', '--data', data)
    const { rules, found: faults } = named.answer as { rules: { count: number }[]; found: object[] }
    expect(faults).toHaveLength(Math.min(2, rules[0]?.count ?? 0))
    expect(faults[0]).toMatchObject({ field: 'name', code: 'N2' })
    expect((await run('quality', '--rule', 'X9', '--data', data)).exit).toBe(2)

    const out = join(folder, 'R1.xlsx')
    const lido = join(folder, 'all.xml')
    expect((await run('export', 'lido', '--out', lido, '--data', data)).answer).toEqual({
      exchange: 'lido',
      rows: 460,
      ms: expect.any(Number) as number,
      file: lido,
    })
    expect(existsSync(lido)).toBe(true)
    const back = await run('import', 'lido', lido, '--dry-run', '--data', data)
    expect(back.answer).toMatchObject({ rows: 460, refused: 0, sheets: [{ name: 'LIDO' }] })
    expect((await run('export', 'marc', '--out', lido, '--data', data)).exit).toBe(2)
    expect((await run('report', 'R1', '--out', out, '--data', data)).answer).toMatchObject({
      report: 'R1',
      rows: imported,
    })
    expect(existsSync(out)).toBe(true)
    expect((await run('check', '--data', data)).answer).toEqual({ ok: true, problems: [] })

    const batch = String(first.answer['batch'])
    expect((await run('undo', batch, '--data', data)).answer).toMatchObject({ undone: imported, skipped: [] })
    expect(await run('undo', batch, '--data', data)).toMatchObject({
      exit: 1,
      answer: { fault: { code: 'import.undone' } },
    })
    expect((await run('stats', '--data', data)).answer).toMatchObject({ objects: 0 })
  })
})

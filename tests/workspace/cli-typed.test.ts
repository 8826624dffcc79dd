import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksJson, readCommandLine, UsageError } from '../../electron/cli/args.ts'
import { run } from './typed.ts'

let folder: string
let data: string
let csv: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-typed-'))
  data = join(folder, 'museum')
  csv = join(folder, '登记表.csv')
  writeFileSync(csv, '总登记号,名称,备注,备注\n001,铜鼎,一,二\n')
  expect((await run('init', '--museum', '云河县博物馆', '--data', data)).exit).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const objects = async (): Promise<unknown> => (await run('stats', '--data', data)).answer['objects']

describe('what is typed on the command line', () => {
  it('rehearses however the switch is written, and refuses what is neither yes nor no', async () => {
    for (const dry of ['--dry-run', '--dry-run=true']) {
      const { answer } = await run('import', 'objects', csv, dry, '--data', data)
      expect(answer).toMatchObject({ dryRun: true, imported: 1 })
    }
    expect((await run('import', 'objects', csv, '--dry-run=yes', '--data', data)).exit).toBe(2)
    expect(await objects()).toBe(0)
    expect(readCommandLine(['--dry-run=false', '--json=true']).options).toEqual({ json: true })
    expect(asksJson(['stats', '--json=true'])).toBe(true)
    expect(asksJson(['find', '--', '--json'])).toBe(false)
  })

  it('never takes an option for the value of another', async () => {
    expect(() => readCommandLine(['import', '--sheet', '--data', 'd'])).toThrow(UsageError)
    expect(readCommandLine(['import', '--sheet=--data']).options).toEqual({ sheet: '--data' })
    expect((await run('import', 'objects', csv, '--sheet', '--data', data)).exit).toBe(2)
  })

  it('does not pass over a word that it has no use for', async () => {
    for (const words of [
      ['import', 'objects', csv, csv],
      ['stats', 'extra'],
      ['show', '001', '002'],
    ]) {
      const { exit, answer } = await run(...words, '--data', data)
      expect([exit, answer]).toEqual([2, { usage: expect.stringContaining('one word too many') as unknown }])
    }
    expect(await objects()).toBe(0)
    expect((await run('find', '铜', '鼎', '--data', data)).exit).toBe(0)
  })

  it('answers with one JSON object when it is only asked for help', async () => {
    const usage = { usage: expect.stringContaining('import objects|lido FILE') as unknown }
    expect(await run('help')).toMatchObject({ exit: 0, answer: usage })
    expect(await run('--help')).toMatchObject({ exit: 0, answer: usage })
    expect(await run()).toMatchObject({ exit: 2, answer: usage })
  })

  it('names the option that it cannot use, not what a library calls it', async () => {
    const long = '长'.repeat(201)
    for (const [option, words] of [
      ['--limit', ['find', 'x', '--limit', '0']],
      ['TEXT', ['find', long]],
      ['--find', ['report', 'R1', '--out', join(folder, 'R1.xlsx'), '--find', long]],
      ['NUMBER', ['show', '']],
    ] as const) {
      const { exit, answer, stderr } = await run(...words, '--data', data)
      expect([exit, answer]).toEqual([1, { fault: { code: 'call.badInput', detail: { where: option } } }])
      expect(stderr).toContain(option)
      expect(stderr).not.toMatch(/too_/)
    }
  })
})

describe('files and folders that are not what was meant', () => {
  it('a folder is no file and a file no folder; nothing is told but their names', async () => {
    const inside = join(folder, '账册')
    mkdirSync(inside)
    for (const [code, name, words] of [
      ['file.isFolder', '账册', ['import', 'objects', inside, '--data', data]],
      ['file.isFolder', '账册', ['import', 'objects', inside, '--dry-run', '--data', data]],
      ['file.isFolder', '账册', ['import', 'objects', csv, '--mapping', inside, '--data', data]],
      ['file.isFolder', '账册', ['parse', 'era', '--in', inside]],
      ['file.missing', '没有.json', ['parse', 'era', '--in', join(folder, '没有.json')]],
      ['file.notFolder', '登记表.csv', ['init', '--museum', '馆', '--data', csv]],
      ['file.notFolder', '馆', ['init', '--museum', '馆', '--data', join(csv, '馆')]],
      ['file.noFolder', 'R1.xlsx', ['report', 'R1', '--out', join(folder, '无', 'R1.xlsx'), '--data', data]],
    ] as const) {
      const { exit, answer, stderr } = await run(...words)
      expect([exit, answer]).toEqual([1, { fault: { code, detail: { file: name } } }])
      expect(stderr).toContain(name)
      expect(stderr).not.toMatch(/\n {4}at /)
    }
    expect((await run('init', '--data', join(folder, '新馆'))).exit).toBe(2)
    expect(existsSync(join(folder, '新馆'))).toBe(false)
  })
})

describe('a mapping file', () => {
  it('may name a column by the key that the program itself gave it', async () => {
    const mapping = join(folder, 'mapping.json')
    writeFileSync(mapping, JSON.stringify({ '备注 (2)': 'skip' }))
    const told = await run('import', 'objects', csv, '--dry-run', '--mapping', mapping, '--data', data)
    expect(told.answer).toMatchObject({ sheets: [{ mapping: { '备注 (2)': 'skip' } }] })
  })

  it('is told from one that cannot be read by the column that it names', async () => {
    const mapping = join(folder, 'mapping.json')
    const told = async (content: string) => {
      writeFileSync(mapping, content)
      const { answer, stderr } = await run('import', 'objects', csv, '--mapping', mapping, '--data', data)
      return { ...answer, stderr }
    }
    expect(await told('{"窑口":"number"}')).toMatchObject({
      fault: { code: 'import.mappingFile', detail: { column: '窑口' } },
      stderr: expect.stringContaining('“窑口”') as unknown,
    })
    expect(await told('{')).toMatchObject({
      fault: { code: 'import.mappingUnreadable', detail: { file: 'mapping.json' } },
    })
  })
})

describe('the sentence of a refusal', () => {
  it('names the sheet that is not there, and the one without numbers', async () => {
    const { utils, write } = await import('@e965/xlsx')
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['名称', '级别', '年代'],
        ['鼎', '一级', '商'],
      ]),
      '一楼'
    )
    const path = join(folder, '藏品.xls')
    writeFileSync(path, Buffer.from(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer))
    const said = async (...more: string[]) =>
      (await run('import', 'objects', path, ...more, '--data', data)).stderr
    expect(await said('--sheet', '三楼')).toMatch(/藏品\.xls.*“三楼”/)
    expect(await said()).toContain('“一楼”')
  })

  it('names the row of a quotation mark without its partner', async () => {
    const path = join(folder, '引号.csv')
    writeFileSync(path, '总登记号,名称\n001,铜鼎\n002,"碗\n003,瓶\n')
    const { answer, stderr } = await run('import', 'objects', path, '--data', data)
    expect(answer).toMatchObject({ fault: { code: 'file.quote', detail: { row: 3 } } })
    expect(stderr).toContain('第 3 行有一个引号没有配对')
  })
})

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT, chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { contentsOf, fontsOf, pageSize, pagesOf, pictured, scanned, textsOf } from './printed.ts'
import { foundOf, openObject } from './registrar.ts'
import { cornerOf, STOCK } from '../../shared/paper/sheet.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

const SHOTS = join(ROOT, 'test-results', 'screens')
let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-paper-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await museum.page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(museum.page)).toContainText('件/套', { timeout: 90_000 })
  await museum.app.evaluate(({ shell }) => {
    const opened: string[] = []
    shell.openPath = (path) => {
      opened.push(path)
      return Promise.resolve('')
    }
    Object.assign(globalThis, { opened })
  })
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = () => museum.page.getByTestId('paper')
const made = () => museum.page.getByTestId('paper-made')
const opened = (): Promise<string[]> =>
  museum.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.part'))

/** Everything a page can say, and what must not break it. */
const HOSTILE = {
  name: '清<script>alert(1)</script>&"刻铭"铜镜',
  description: '镜作圆形，圆钮，钮外饰缠枝莲纹一周，外区铸铭文。'.repeat(210),
  inscription: `${'Pneumonoultramicroscopic'.repeat(12)}\n“长宜子孙”四字`,
  appraisal: '专家组意见：真品。不同意见：纹饰应断为清中期。',
  provenance: '</td></tr></table><img src=x onerror=alert(1)>',
}

test('the card of the open record is seen before it is printed, and goes on over as many pages as it needs', async () => {
  const { page } = museum
  const reply = await museum.call('catalogue.register', {
    id: '01900000-0000-7000-8000-000000000999',
    values: { number: '9001', materials: '铜', actualQuantity: 1, ...HOSTILE },
  })
  expect(reply).toMatchObject({ ok: true })
  await page.getByLabel('查找藏品').fill('缠枝莲纹一周')
  await openObject(page, '9001')
  await page.keyboard.press('Control+p')
  await expect(dialog().getByRole('radio', { name: '打开的这一件' })).toBeChecked()
  const preview = dialog().getByRole('img', { name: '第一页的样子' })
  await expect(preview).toBeVisible()
  await expect
    .poll(() => preview.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(700)
  await screenshot(page, 'paper-card')
  const file = join(folder, '编目卡.pdf')
  await chooseNext(museum.app, file)
  await dialog().getByRole('button', { name: '保存 PDF…' }).click()
  await expect(made()).toContainText('已写入“编目卡.pdf”：1 件')
  const texts = textsOf(file)
  expect(texts.length).toBeGreaterThan(1)
  expect(pagesOf(file)).toBe(texts.length)
  const whole = texts.join('').replace(/\s/g, '')
  for (const words of [
    '藏品编目卡',
    '<script>alert(1)</script>&"刻铭"',
    '<imgsrc=xonerror=alert(1)>',
    '长宜子孙',
  ])
    expect(whole).toContain(words)
  // all 5,000 characters of the description, wherever a page ends
  expect(whole.match(/钮/g)).toHaveLength(2 * 210)
  texts.forEach((text, at) => {
    expect(text).toContain('9001')
    expect(text.replace(/\s/g, '')).toContain(`第${at + 1}页共${texts.length}页`)
  })
  expect(fontsOf(file).length).toBeGreaterThan(0)
  expect(fontsOf(file).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([])
  pictured(file, SHOTS, 'paper-card-hostile', 60)
  expect(leftovers()).toEqual([])
})

test('a dossier has a cover, pictures, changes and places to sign; printed by way of the PDF viewer', async () => {
  const { page } = museum
  await page.keyboard.press('Escape')
  await page.getByLabel('查找藏品').fill('0007')
  await openObject(page, '0007')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await dialog().getByText('藏品档案', { exact: true }).click()
  await expect(dialog().getByText('第一件的封面，共 1 卷')).toBeVisible()
  await screenshot(page, 'paper-dossier')
  await dialog().getByRole('button', { name: '打印…' }).click()
  await expect(made()).toContainText('已交给 PDF 阅读器')
  const [file = ''] = await opened()
  expect(file).toMatch(/print[\\/][0-9a-f-]{36}[\\/]藏品档案（1 件）\.pdf$/)
  const text = textsOf(file).join('').replace(/\s/g, '')
  for (const words of ['文物藏品档案', '一物一卷', '三、图片', '正视', '八、变更记录', '单位负责人（盖章）'])
    expect(text).toContain(words)
  pictured(file, SHOTS, 'paper-dossier', 60, 6)
  await page.keyboard.press('Escape')
})

test('three hundred cards in one file, every object on its page and in the table of contents', async () => {
  test.setTimeout(240_000)
  const { page } = museum
  await page.getByLabel('查找藏品').fill('')
  await expect(foundOf(page)).toContainText('共 3')
  const total = Number(/共 (\d+)/.exec((await foundOf(page).textContent()) ?? '')?.[1])
  expect(total).toBeGreaterThan(290)
  await page.getByRole('button', { name: '全选找到的' }).click()
  await page.getByRole('button', { name: '打印…' }).click()
  await expect(dialog().getByRole('radio', { name: `勾选的 ${total} 件` })).toBeChecked()
  const file = join(folder, '全部.pdf')
  await chooseNext(museum.app, file)
  const began = Date.now()
  await dialog().getByRole('button', { name: '保存 PDF…' }).click()
  await expect(dialog().getByTestId('working')).toBeVisible()
  await expect(made()).toContainText(`${total} 件`, { timeout: 200_000 })
  console.log(`${total} cards in ${Date.now() - began} ms: ${(await made().textContent()) ?? ''}`)
  await screenshot(page, 'paper-made')
  const contents = contentsOf(file)
  expect(contents).toHaveLength(total)
  const texts = textsOf(file)
  expect(texts.length).toBeGreaterThanOrEqual(total)
  // the first page of each card in its order
  const heads = texts.filter((text) => /藏 ?品 ?编 ?目 ?卡/.test(text) && /卡号/.test(text))
  expect(heads).toHaveLength(total)
  heads.forEach((text, at) => expect(text).toContain(`卡号：${contents[at]?.split(' ')[0] ?? '?'}`))
  expect(fontsOf(file).every(({ embedded, unicode }) => embedded && unicode)).toBe(true)
})

test('stopped half-way it leaves no file, and the one before stays', async () => {
  const file = join(folder, '停下.pdf')
  await chooseNext(museum.app, file)
  await dialog().getByRole('button', { name: '保存 PDF…' }).click()
  await dialog().getByRole('button', { name: '取消' }).click()
  await expect(dialog().getByText(/已取消|已停止/)).toBeVisible()
  expect(existsSync(file)).toBe(false)
  expect(leftovers()).toEqual([])
})

test('labels are set for the paper that is there, seen first, and read by a scanner', async () => {
  const { page } = museum
  await dialog().getByText('标签', { exact: true }).click()
  await dialog().getByLabel('标签纸').click()
  await page.getByTitle(/3×7/).click()
  await dialog().getByLabel('从第几个开始').fill('3')
  await dialog().getByLabel('偏移向右 mm').fill('0.5')
  await expect(dialog().getByText('第一张标签纸（灰线不打印）')).toBeVisible()
  await page.waitForTimeout(600)
  await screenshot(page, 'paper-labels')
  const file = join(folder, '标签.pdf')
  await chooseNext(museum.app, file)
  await dialog().getByRole('button', { name: '保存 PDF…' }).click()
  await expect(made()).toContainText('已写入“标签.pdf”')
  expect(pageSize(file).map(Math.round)).toEqual([595, 842])
  // two labels of the first sheet had been used
  const numbers = contentsOf(join(folder, '全部.pdf'))
    .slice(0, 19)
    .map((title) => title.split(' ')[0] ?? '')
  const { sheet } = STOCK.find(({ id }) => id === 'a4-3x7') ?? { sheet: null }
  if (!sheet) throw new Error('no such sheet')
  numbers.forEach((number, at) => {
    const read = scanned(file, folder, { ...cornerOf(sheet, at + 2, { x: 0.5, y: 0 }), ...sheet.label })
    expect(read.sort()).toEqual([`CODE-128:${number}`, `QR-Code:${number}`])
  })
  expect(textsOf(file)[0]).toContain(numbers[0])
  pictured(file, SHOTS, 'paper-labels', 80, 1)
})

test('measures that do not fit are refused in words, and what fits is remembered', async () => {
  const { page } = museum
  await dialog().getByLabel('列数').fill('4')
  await expect(dialog().getByText('标签排不下：左边距加各列超出了纸宽')).toBeVisible()
  await screenshot(page, 'paper-labels-refused')
  await dialog().getByLabel('列数').fill('3')
  await expect(dialog().getByText('第一张标签纸（灰线不打印）')).toBeVisible()
  await dialog().getByText('校准页', { exact: true }).click()
  await chooseNext(museum.app, join(folder, '校准'))
  await dialog().getByRole('button', { name: '保存 PDF…' }).click()
  await expect(made()).toContainText('已写入“校准.pdf”')
  expect(textsOf(join(folder, '校准.pdf')).join('')).toContain('此线应长 100 毫米')
  pictured(join(folder, '校准.pdf'), SHOTS, 'paper-calibration', 60, 1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+p')
  await dialog().getByText('标签', { exact: true }).click()
  await expect(dialog().getByLabel('偏移向右 mm')).toHaveValue('0.50')
  await page.keyboard.press('Escape')
})

test('is reached from the reports room and the palette', async () => {
  const { page } = museum
  await page.keyboard.press('Control+4')
  await page.getByRole('listitem').filter({ hasText: 'R18' }).getByRole('button', { name: '打印…' }).click()
  await expect(dialog()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('编目卡')
  await page.keyboard.press('Enter')
  await expect(dialog()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('nothing of what was only printed stays behind', async () => {
  await museum.close({ keep: true })
  expect(existsSync(join(folder, 'home', 'print'))).toBe(false)
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await expect(foundOf(museum.page)).toContainText('件/套')
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aPhoto } from '../media/photographs.ts'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { pagesOf, textsOf } from './printed.ts'
import { createMuseum, enterObjects, fieldNow, foundOf, statusOf } from './registrar.ts'

/** The registrar's day, as a newcomer without a mouse would do it: one museum, each step goes on from the one before. */
test.describe.configure({ mode: 'serial' })

const BEFORE = 90
const TYPED = 10
const ALL = BEFORE + TYPED

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-day-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, BEFORE)
  await expect(foundOf(museum.page)).toHaveText(`共 ${BEFORE} 件/套`)
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Goes with Tab to the control of that name, as far as the keyboard has to. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 80; step += 1) {
    await museum.page.keyboard.press(key)
    const at = await museum.page.evaluate(() => {
      const now = document.activeElement
      const isField = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement
      const labels = isField ? [...(now.labels ?? [])] : []
      const said = now?.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join(' ')
      return said === '' ? (now?.textContent ?? '') : said
    })
    if (name.test(at)) return
    passed.push(at.slice(0, 20))
  }
  throw new Error(`the keyboard does not come to ${String(name)}: ${passed.join(' | ')}`)
}

/** Does what the palette calls by that name. */
async function byPalette(words: string): Promise<void> {
  const { page } = museum
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: words })).toHaveCount(0)
}

const numberOf = (at: number): string => String(at).padStart(4, '0')
const gradeOf = async (number: string): Promise<unknown> => {
  const reply = await museum.call('catalogue.byNumber', { number })
  return reply.ok ? (reply.value as { record: { values: { grade: unknown } } }).record.values.grade : reply
}

test('ten objects are entered, each with its picture', async () => {
  test.setTimeout(180_000)
  const { page } = museum
  await page.keyboard.press('Control+n')
  for (let at = BEFORE + 1; at <= ALL; at += 1) {
    const number = numberOf(at)
    await expect.poll(() => fieldNow(page)).toBe('number')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(`清青花碗之${at}`)
    await page.keyboard.press('Control+Enter')
    await expect(statusOf(page)).toContainText(`已保存：${number}`)
    await chooseNext(
      museum.app,
      await aPhoto(folder, `${number}.jpg`, { colour: at % 2 ? '#2f7a78' : '#884422', height: 900 })
    )
    await page.keyboard.press('Control+Shift+a')
    const strip = page.getByRole('list', { name: '图片' })
    await expect(strip.getByRole('listitem')).toHaveCount(1)
    if (at === ALL) await screenshot(page, 'day-entered')
    await page.keyboard.press('Control+n')
  }
  await page.keyboard.press('Escape')
  await expect(foundOf(page)).toHaveText(`共 ${ALL} 件/套`)
})

test('one hundred grades are corrected at once', async () => {
  const { page } = museum
  await byPalette('全选找到的')
  await expect(page.getByTestId('chosen')).toHaveText(`已选 ${ALL} / ${ALL} 件`)
  await page.keyboard.press('Control+e')
  await expect(page.getByTestId('change').getByLabel('项目')).toBeFocused()
  await page.keyboard.type('wwjb')
  await page.keyboard.press('Enter')
  await tabTo(/文物级别改为/)
  await page.keyboard.type('3')
  await tabTo(/预演/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('change-rehearsed')).toContainText('将修改')
  await screenshot(page, 'day-rehearsed')
  await tabTo(/^执行/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('change-done')).toContainText('已修改')
  await tabTo(/知道了/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('change')).toHaveCount(0)
  for (const at of [1, 4, 50, ALL]) expect(await gradeOf(numberOf(at))).toBe('三级')
})

test('ten other edits are made, and then all the grades go back, and the edits stay', async () => {
  test.setTimeout(120_000)
  const { page } = museum
  for (let at = 1; at <= 10; at += 1) {
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(numberOf(at))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('gridcell', { name: numberOf(at), exact: true })).toBeVisible()
    await expect(foundOf(page)).toHaveText('共 1 件/套')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText(numberOf(at))
    await tabTo(/^备注/)
    await page.keyboard.insertText(`第 ${at} 件已核对`)
    await page.keyboard.press('Control+Enter')
    await expect(statusOf(page)).toContainText(`已保存：${numberOf(at)}`)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('row').filter({ hasText: '批量修改' })).toBeVisible()
  await tabTo(/^撤销…/)
  await page.keyboard.press('Enter')
  await tabTo(/^撤销 \d+ 件/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await screenshot(page, 'day-undone')
  await expect(page.getByRole('row').filter({ hasText: '批量修改' })).toContainText('已撤销')
  for (const [at, grade] of [
    [1, '二级'],
    [5, '一级'],
    [7, '三级'],
    [ALL, null],
  ] as const)
    expect(await gradeOf(numberOf(at))).toBe(grade)
  const reply = await museum.call('catalogue.byNumber', { number: '0010' })
  expect(reply).toMatchObject({ value: { record: { values: { remarks: '第 10 件已核对' } } } })
})

test('cards and labels are printed of all hundred', async () => {
  test.setTimeout(240_000)
  const { page } = museum
  await page.keyboard.press('Control+1')
  await byPalette('清除查找')
  await expect(foundOf(page)).toHaveText(`共 ${ALL} 件/套`)
  await byPalette('全选找到的')
  const cards = join(folder, '编目卡.pdf')
  await chooseNext(museum.app, cards)
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('paper')).toBeVisible()
  await tabTo(/保存 PDF/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('paper-made')).toContainText(`${ALL} 件`, { timeout: 200_000 })
  await screenshot(page, 'day-cards')
  const texts = textsOf(cards).join('').replace(/\s/g, '')
  for (const at of [1, 55, ALL]) expect(texts).toContain(`卡号：${numberOf(at)}`)
  const labels = join(folder, '标签.pdf')
  await chooseNext(museum.app, labels)
  await tabTo(/编目卡/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('paper')).toContainText('标签纸')
  await tabTo(/保存 PDF/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('paper-made')).toContainText(`${ALL} 件`, { timeout: 100_000 })
  await screenshot(page, 'day-labels')
  expect(pagesOf(labels)).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('paper')).toHaveCount(0)
})

test('the catalogue goes out as LIDO', async () => {
  const { page } = museum
  const file = join(folder, '馆藏.xml')
  await chooseNext(museum.app, file)
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('heading', { name: '数据交换' })).toBeVisible()
  await byPalette('LIDO')
  await expect(page.getByTestId('exchange-made')).toContainText(`${ALL}`)
  const written = readFileSync(file, 'utf8')
  expect(written.match(/<lido:lido>/g)).toHaveLength(ALL)
  expect(written).toContain('清青花碗之100')
})

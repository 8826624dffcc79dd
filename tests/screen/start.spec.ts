import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-start-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a first start offers to create a museum, to open one, or to look at the sample', async () => {
  const { page } = museum
  for (const name of ['新建博物馆', '打开已有博物馆', '看看示例'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByLabel('博物馆名称')).toBeFocused()
  await expect(page.getByRole('button', { name: '新建', exact: true })).toBeDisabled()
  await screenshot(page, 'start')
})

test('the window goes dark with the desk, until somebody has chosen here', async () => {
  const { page } = museum
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the making of the sample shows how far it is, and nothing of it stays when it is stopped', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '打开示例博物馆' }).click()
  const working = page.getByTestId('working')
  await expect(working.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await working.getByRole('button', { name: '取消' }).click()
  await expect(working).toBeHidden()
  await expect(page.getByRole('button', { name: '打开示例博物馆' })).toBeEnabled()
  expect(readdirSync(join(folder, 'home')).filter((name) => name.startsWith('sample'))).toEqual([])
})

test('a folder that holds no museum is refused with a way on', async () => {
  const { page, app } = museum
  await chooseNext(app, folder)
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await expect(page.getByRole('alert')).toContainText('找不到博物馆数据')
})

test('a museum is created where the user said, and says what to do next', async () => {
  const { page } = museum
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  expect(existsSync(join(folder, '云溪县博物馆', 'museum.db'))).toBe(true)
  await expect(page.getByRole('heading', { name: '目录里还没有藏品' })).toBeVisible()
  await expect(page.getByRole('button', { name: '导入登记表' })).toBeVisible()
  await screenshot(page, 'empty-catalogue')
})

test('every room is a key away, and the palette finds deeds by pinyin initials', async () => {
  const { page } = museum
  for (const [press, heading] of [
    ['Control+2', '导入'],
    ['Control+4', '报表'],
    ['Control+,', '设置与关于'],
  ] as const) {
    await page.keyboard.press(press)
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
  }
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('combobox').fill('gcml')
  await expect(palette.getByRole('option')).toHaveText(/去馆藏目录/)
  await screenshot(page, 'palette')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('found')).toBeVisible()
})

test('the window speaks English and goes dark, and remembers both', async () => {
  const { page } = museum
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Catalogue' })).toBeVisible()
  await page.keyboard.press('Control+Shift+l')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await screenshot(page, 'empty-catalogue-english-dark')
  await museum.close({ keep: true })
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await expect(museum.page.getByRole('button', { name: 'Catalogue' })).toBeVisible()
  await expect(museum.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await museum.page.getByRole('button', { name: '中文' }).click()
  await museum.page.keyboard.press('Control+Shift+l')
  await expect(museum.page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the file is checked and copied, and both say what came of it', async () => {
  const { page } = museum
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: '检查数据是否完好' }).click()
  await expect(page.getByTestId('status')).toContainText('数据完好')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByTestId('status')).toContainText('已备份：museum-')
  await screenshot(page, 'settings')
  const copies = readdirSync(join(folder, '云溪县博物馆', 'backups'))
  expect(copies.every((name) => /^museum-.*Z\.db$/.test(name))).toBe(true)
  expect(copies.length).toBeGreaterThan(0)
})

test('a closed museum is listed among those opened lately, and one click opens it again', async () => {
  const { page } = museum
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('关闭博物馆')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '最近打开' })).toBeVisible()
  await screenshot(page, 'start-recent')
  await page.getByRole('button', { name: '云溪县博物馆' }).click()
  await expect(page.getByRole('heading', { name: '目录里还没有藏品' })).toBeVisible()
})

test('a museum that cannot be opened at the start is not passed over in silence', async () => {
  await museum.close({ keep: true })
  rmSync(join(folder, '云溪县博物馆', 'museum.db'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await expect(museum.page.getByRole('alert')).toContainText('找不到博物馆数据')
})

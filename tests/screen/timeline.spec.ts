import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, photograph, zoom } from './registrar.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-timeline-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
  await createMuseum(museum, '时间馆', join(folder, 'museum'))
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('without objects it says what to do', async () => {
  const { page } = museum
  await page.keyboard.press('Control+Shift+t')
  await expect(page.getByRole('heading', { name: '这里还没有藏品' })).toBeVisible()
  await photograph(museum, 'timeline-empty')
})

test('the collection by its years; the keyboard opens a bar in the catalogue, the chip says why', async () => {
  const { page } = museum
  await page.keyboard.press('Control+1')
  await enterObjects(museum, 30)
  await page.keyboard.press('Control+Shift+t')
  await expect(page.getByTestId('timeline')).toContainText('全馆 30 件/套')
  await photograph(museum, 'timeline')
  const bar = page.locator('.bar[data-touching="20"]')
  await expect(bar).toHaveAttribute('aria-label', /可能在内的 20 件/)
  await bar.focus()
  await page.keyboard.press('Enter')
  await expect(foundOf(page)).toHaveText('共 20 件/套')
  const chip = page.getByRole('button', { name: '年代：可能在 1701年至1800年' })
  await expect(chip).toBeVisible()
  await photograph(museum, 'timeline-found')
})

test('the arrow keys walk from bar to bar, and the tables open what they count', async () => {
  const { page } = museum
  await page.keyboard.press('Control+Shift+t')
  // its own years do not narrow it
  await expect(page.getByTestId('timeline')).toContainText('全馆 30 件/套')
  const first = page.locator('.bar[tabindex="0"]')
  const index = Number(await first.getAttribute('data-bar'))
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator(`.bar[data-bar="${index + 1}"]`)).toBeFocused()
  await page.getByTestId('timeline-dynasties').getByRole('button', { name: /唐/ }).click()
  await expect(foundOf(page)).toHaveText('共 10 件/套')
  await expect(page.getByRole('button', { name: '年代：完全在 618年至907年 之内' })).toBeVisible()
})

test('it follows the search, other ranges and colours, the dark, English and 200 %', async () => {
  const { page } = museum
  await page.locator('[data-search] input').fill('铜镜')
  await expect(foundOf(page)).toHaveText('共 1 件/套')
  await page.keyboard.press('Control+Shift+t')
  await expect(page.getByTestId('timeline')).toContainText('目录现在的查找结果 3 件/套')
  await page.getByRole('button', { name: '看全馆' }).click()
  await page.getByText('明清以来，每二十年').click()
  await page.getByText('按类别').click()
  await expect(page.getByTestId('timeline-bars')).toContainText('1741年至1760年')
  await page.keyboard.press('Control+Shift+l')
  await photograph(museum, 'timeline-dark')
  await page.getByText('夏商以来，每百年').click()
  await page.getByText('按级别').click()
  await page.getByRole('button', { name: 'English' }).click()
  await photograph(museum, 'timeline-english-dark')
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('button', { name: '中文' }).click()
  await zoom(museum, 2)
  await photograph(museum, 'timeline-200')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
  await zoom(museum, 1)
})

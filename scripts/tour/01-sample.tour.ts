import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { foundOf, typeComposed } from '../../tests/screen/registrar.ts'
import { laptop, photograph, printed } from './camera.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('start: create, open, or look at the sample', async () => {
  await photograph(museum.page, '01-start')
})

test('the sample museum opens on its catalogue', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.getByRole('gridcell').first().waitFor()
  await photograph(page, '02-catalogue')
})

test('two characters, pinyin initials, a grade', async () => {
  const { page } = museum
  const search = page.getByLabel('查找藏品')
  await search.fill('青铜')
  await expect(page.getByRole('gridcell', { name: /青铜/ }).first()).toBeVisible()
  await photograph(page, '03-search-two-characters')
  await search.fill('qt')
  await expect(page.getByRole('gridcell', { name: /青铜/ }).first()).toBeVisible()
  await search.fill('')
  await page.locator('[data-facet="grade"]').getByRole('checkbox', { name: '一级' }).check()
  await photograph(page, '04-grade-one')
})

test('a record: read, typed with an input method, saved, its history', async () => {
  const { page } = museum
  await page.getByRole('gridcell').nth(1).click()
  const name = page.locator('[data-field="name"] input')
  await expect(name).toBeVisible()
  await photograph(page, '05-record')
  await name.focus()
  await page.keyboard.press('End')
  await typeComposed(page, 'xin', '（新）')
  await photograph(page, '06-record-typed')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('status')).toContainText('已保存')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.locator('.entry').first()).toBeVisible()
  await photograph(page, '07-history')
  await page.getByRole('tab', { name: '登记内容' }).click()
})

test('at twice the size everything can still be reached', async () => {
  const { page, app } = museum
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await photograph(page, '08-zoom-200')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
})

test('the ledger and the registration table as workbooks, printed', async () => {
  const { page, app } = museum
  await page.keyboard.press('Control+4')
  await photograph(page, '10-reports')
  for (const [report, pages] of [
    ['R1', 2],
    ['R2', 1],
  ] as const) {
    const file = join(folder, `${report}.xlsx`)
    await chooseNext(app, file)
    await page.getByRole('listitem').filter({ hasText: report }).getByRole('button', { name: '生成' }).click()
    await expect(page.getByTestId('report-made')).toContainText(`${report}.xlsx`, { timeout: 60_000 })
    test
      .info()
      .annotations.push({ type: 'printed', description: String(printed(file, `11-${report}-page`, pages)) })
  }
  await photograph(page, '12-report-made')
})

test('the catalogue for other museums, as LIDO', async () => {
  const { page, app } = museum
  await chooseNext(app, join(folder, '藏品目录.xml'))
  const lido = page.getByRole('button', { name: 'LIDO 1.1 导出…' })
  await lido.scrollIntoViewIfNeeded()
  await lido.click()
  await expect(page.getByTestId('exchange-made')).toContainText('藏品目录.xml', { timeout: 60_000 })
  await page.getByTestId('exchange-made').scrollIntoViewIfNeeded()
  await photograph(page, '12-exchange-made')
})

test('settings, and all deeds in the palette', async () => {
  const { page } = museum
  await page.keyboard.press('Control+,')
  await photograph(page, '13-settings')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await photograph(page, '14-palette')
  await page.keyboard.press('Escape')
})

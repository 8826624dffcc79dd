import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { createMuseum, foundOf } from '../../tests/screen/registrar.ts'
import { hasRegistry, laptop, photograph, REGISTRY } from './camera.ts'

test.skip(!hasRegistry, `the real list is not here: ${REGISTRY}`)

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string | RegExp) => museum.page.getByRole('button', { name })

test('a new museum says what to do next', async () => {
  await expect(button('导入登记表')).toBeVisible()
  await photograph(museum.page, '20-empty')
})

test("the museum's own Excel: sheets, header, columns", async () => {
  const { page, app } = museum
  await button('导入登记表').click()
  await photograph(page, '21-choose-file')
  await chooseNext(app, REGISTRY)
  await button('选择文件').click()
  await expect(page.getByText('表头在第 3 行')).toBeVisible()
  await photograph(page, '22-sheets')
  await button('下一步：对应各列').click()
  await expect(button('开始预演')).toBeVisible()
  await photograph(page, '23-columns')
})

test('the rehearsal, column by column and row by row', async () => {
  const { page } = museum
  await button('开始预演').click()
  await expect(page.getByTestId('rehearsal-summary')).toBeVisible()
  await photograph(page, '24-rehearsal')
  await page.getByRole('tab', { name: /^新增/ }).click()
  await expect(page.locator('.lines-table tbody tr').first()).toBeVisible()
  await photograph(page, '25-rehearsal-rows')
  await page.getByRole('tab', { name: /^拒绝/ }).click()
  await photograph(page, '26-rehearsal-refused')
})

test('entered as one batch, found, and taken back whole', async () => {
  const { page } = museum
  await page.getByLabel('批次名称').fill('2024 年登记表')
  await button(/^导入 \d+ 件$/).click()
  await expect(page.getByTestId('import-done')).toBeVisible({ timeout: 60_000 })
  await photograph(page, '27-entered')
  await button('查看藏品').click()
  await expect(foundOf(page)).toContainText('件/套')
  await page.getByRole('gridcell').first().waitFor()
  await photograph(page, '28-catalogue')
  await page.keyboard.press('Control+3')
  await button('撤销…').click()
  await expect(page.getByTestId('undo-preview')).toBeVisible()
  await photograph(page, '29-undo-preview')
})

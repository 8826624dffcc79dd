import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { foundOf } from '../../tests/screen/registrar.ts'
import { laptop, photograph } from './camera.ts'

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

test('a museum adds a code list of its own and fills it in', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('新增自有字段')
  await page.keyboard.press('Enter')
  const dialog = page.getByTestId('own-field')
  await dialog.getByLabel('名称').first().fill('展厅')
  await dialog.getByLabel('类型').click()
  await page.locator('.ant-select-item-option').getByText('代码表', { exact: true }).click()
  for (const [at, hall] of ['青铜厅', '陶瓷厅', '书画厅'].entries()) {
    if (at > 0) await dialog.getByRole('button', { name: '再加一个值' }).click()
    await dialog.getByRole('textbox', { name: '值', exact: true }).nth(at).fill(hall)
  }
  await photograph(page, '120-own-field')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
  await page
    .getByRole('gridcell', { name: '0008', exact: true })
    .or(page.getByRole('gridcell').nth(1))
    .first()
    .click()
  const own = page.locator('fieldset[data-own]')
  await own.locator('input').first().click()
  await page.keyboard.type('1')
  await own.scrollIntoViewIfNeeded()
  await photograph(page, '121-own-form')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  const part = page.getByTestId('own-fields')
  await part.scrollIntoViewIfNeeded()
  await expect(part).toContainText('3 个值')
  await photograph(page, '122-own-settings')
})

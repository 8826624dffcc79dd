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

test('bronzes move to another store: chosen, rehearsed, done as one batch', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  const whole = (await foundOf(page).textContent()) ?? ''
  await page.getByLabel('查找藏品').fill('铜')
  // choosing all that is found means what is found by then
  await expect(foundOf(page)).not.toHaveText(whole)
  await page.getByRole('button', { name: '全选找到的' }).click()
  await expect(page.getByTestId('chosen')).toContainText('已选')
  await photograph(page, '40-chosen')
  await page.keyboard.press('Control+e')
  const dialog = page.getByTestId('change')
  await dialog.getByLabel('项目').click()
  await page.keyboard.type('库位')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('库位改为').fill('金属器库房 3 排')
  await photograph(page, '41-change-fields')
  await dialog.getByRole('button', { name: '预演' }).click()
  await expect(dialog.getByTestId('change-rehearsed')).toContainText('将修改')
  await photograph(page, '42-change-rehearsal')
  await dialog.getByRole('button', { name: /^执行/ }).click()
  await expect(dialog.getByTestId('change-done')).toBeVisible()
  await photograph(page, '43-change-done')
  await dialog.getByRole('button', { name: '知道了' }).click()
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { foundOf, statusOf } from '../../tests/screen/registrar.ts'
import { laptop, photograph } from './camera.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-numbers-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('how numbers are made, the next one, and how they stand', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+,')
  await page.getByTestId('pattern-examples').scrollIntoViewIfNeeded()
  await photograph(page, '90-pattern')
  await page.getByRole('button', { name: '保存规则' }).click()
  await expect(statusOf(page)).toContainText('编号规则')
  await page.keyboard.press('Control+n')
  await expect(page.locator('[data-field="number"] input')).not.toHaveValue('')
  await photograph(page, '91-next')
  await page.getByRole('navigation').getByRole('button', { name: '编号检查' }).click()
  await expect(page.getByTestId('numbers-gaps')).toBeVisible()
  await photograph(page, '92-numbers')
})

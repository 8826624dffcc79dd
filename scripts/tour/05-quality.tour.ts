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
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-quality-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the census bar, the rules, and from a number to its objects', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+5')
  await expect(page.getByTestId('rules')).toBeVisible()
  await photograph(page, '50-quality')
  await page.getByTestId('rules').getByRole('button').first().click()
  await expect(page.getByRole('button', { name: /规则：/ })).toBeVisible()
  await page.getByRole('gridcell').nth(1).click()
  await page.getByRole('tab', { name: '检查' }).click()
  await expect(page.locator('[data-finding]').first()).toBeVisible()
  await photograph(page, '51-quality-record')
})

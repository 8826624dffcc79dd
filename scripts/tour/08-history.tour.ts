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
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-history-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('all changes of the museum, one record at two moments, one field over time', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+h')
  const changed = page.getByTestId('recent').getByRole('listitem').filter({ hasText: '更正理由' })
  await expect(changed.first()).toBeVisible()
  await changed.first().getByRole('button', { name: '看改动' }).click()
  await photograph(page, '80-recent')
  await changed.first().getByRole('button', { name: '打开记录' }).click()
  await expect(page.locator('.entry.sought')).toBeVisible()
  await page.getByRole('button', { name: '比较两个时间' }).click()
  await expect(page.getByTestId('comparison').getByRole('table')).toBeVisible()
  await photograph(page, '81-compare')
  await page.locator('.entry.sought .table th .plain').first().click()
  await expect(page.locator('.stood').nth(1)).toBeVisible()
  await page.getByRole('button', { name: '恢复为此内容…' }).last().click()
  await photograph(page, '82-field')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { pictured } from '../../tests/screen/printed.ts'
import { foundOf } from '../../tests/screen/registrar.ts'
import { laptop, OUT, photograph } from './camera.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-paper-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('cards, a dossier and labels: seen on the screen, and as they lie on paper', async () => {
  const { page, app } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.locator('[data-facet="grade"]').getByRole('checkbox', { name: '一级' }).check()
  await page.keyboard.press('Control+p')
  const dialog = page.getByTestId('paper')
  for (const [kind, name] of [
    ['编目卡', 'card'],
    ['藏品档案', 'dossier'],
    ['标签', 'labels'],
    ['校准页', 'calibration'],
  ] as const) {
    await dialog.getByText(kind, { exact: true }).click()
    await expect(dialog.getByTestId('paper-preview')).toBeVisible()
    const file = join(folder, `${name}.pdf`)
    await chooseNext(app, file)
    await dialog.getByRole('button', { name: '保存 PDF…' }).click()
    await expect(page.getByTestId('paper-made')).toContainText(`“${name}.pdf”`, { timeout: 60_000 })
    await photograph(page, `130-${name}`)
    pictured(file, OUT, `131-${name}-page`, 70, name === 'dossier' ? 5 : 1)
  }
})

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
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-people-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('people are taken from the catalogue, two are merged, and that is undone', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+6')
  await expect(page.getByTestId('people-total')).toBeVisible()
  await photograph(page, '70-people-empty')
  await page.getByRole('tab', { name: '从目录提取' }).click()
  await page.getByRole('button', { name: /^勾选有把握的/ }).click()
  await photograph(page, '71-people-take')
  await page.getByRole('button', { name: /^提取/ }).click()
  await expect(page.getByTestId('taken')).toBeVisible()
  await page.getByRole('tab', { name: '名录' }).click()
  await page.getByRole('region', { name: '名录' }).getByRole('listitem').getByRole('button').first().click()
  await expect(page.getByTestId('party-objects')).toBeVisible()
  await photograph(page, '72-people-record')
  const name = await page.getByLabel('姓名或名称').inputValue()
  await page.getByRole('button', { name: '新建人物或机构' }).click()
  await page.getByLabel('姓名或名称').fill(`${name} 先生`)
  await expect(page.getByTestId('alike')).toBeVisible()
  await photograph(page, '73-people-alike')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: '可能重复' }).click()
  await page.getByTestId('pairs').getByRole('button', { name: '对照合并…' }).first().click()
  await expect(page.getByTestId('merge')).toBeVisible()
  await photograph(page, '74-people-merge')
  await page.getByTestId('merge').getByRole('button', { name: '合并', exact: true }).click()
  await page.getByTestId('merges').getByRole('button', { name: '撤销合并…' }).click()
  await expect(page.getByTestId('unmerge')).toBeVisible()
  await photograph(page, '75-people-unmerge')
})

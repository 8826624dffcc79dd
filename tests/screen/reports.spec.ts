import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-reports-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, 60)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const makeButton = (report: 'R1' | 'R2') =>
  museum.page.getByRole('listitem').filter({ hasText: report }).getByRole('button', { name: '生成' })

test('the ledger is written where the user said, whole or not at all', async () => {
  const { page } = museum
  await page.keyboard.press('Control+4')
  const file = join(folder, '藏品总登记账.xlsx')
  await chooseNext(museum.app, file)
  await makeButton('R1').click()
  await expect(page.getByTestId('report-made')).toContainText('藏品总登记账已写入“藏品总登记账.xlsx”：60 行')
  await screenshot(page, 'report-made')
  expect(statSync(file).size).toBeGreaterThan(5000)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a dialog closed without choosing writes nothing', async () => {
  await chooseNext(museum.app, null)
  await makeButton('R2').click()
  await expect(makeButton('R2')).toBeEnabled()
  expect(readdirSync(folder).sort()).toEqual(['home', '云溪县博物馆', '藏品总登记账.xlsx'])
})

test('the registration table is written for what is found in the catalogue', async () => {
  const { page } = museum
  await page.keyboard.press('Control+1')
  await page.locator('[data-facet="grade"]').getByRole('checkbox', { name: '一级' }).check()
  await expect(foundOf(page)).toHaveText('共 12 件/套')
  await page.keyboard.press('Control+4')
  await page.getByRole('radio', { name: '目录中当前查找与筛选的结果' }).check()
  await chooseNext(museum.app, join(folder, '一级.xlsx'))
  await makeButton('R2').click()
  await expect(page.getByTestId('report-made')).toContainText('可移动文物登录表已写入“一级.xlsx”：12 行')
})

test('the collection is written for others, by the keyboard, with the extension of its kind', async () => {
  const { page } = museum
  await page.getByRole('radio', { name: '全部藏品' }).check()
  for (const [name, extension] of [
    ['CSV 表格', 'csv'],
    ['JSON 全部内容', 'json'],
    ['LIDO 1.1', 'xml'],
  ] as const) {
    // the dialog of the system gives the name as it was typed
    await chooseNext(museum.app, join(folder, '交换'))
    await page.getByRole('button', { name: `${name} 导出…` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('exchange-made')).toContainText(`“${name}”已写入“交换.${extension}”：60 行`)
  }
  await page.getByTestId('exchange-made').scrollIntoViewIfNeeded()
  await screenshot(page, 'exchange-made')
  const { objects } = JSON.parse(readFileSync(join(folder, '交换.json'), 'utf8')) as { objects: unknown[] }
  expect(objects).toHaveLength(60)
})

test('all is there when the program is started again', async () => {
  await museum.close({ keep: true })
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await expect(foundOf(museum.page)).toHaveText('共 60 件/套')
  await expect(museum.page.getByTestId('host-uncleanEnd')).toHaveCount(0)
  expect(existsSync(join(folder, '藏品总登记账.xlsx'))).toBe(true)
})

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT, chooseNext, dropFile, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, foundOf, openObject, statusOf } from './registrar.ts'

/** A county museum's own list as such files look; it belongs to others and is not part of the project. */
const REGISTRY = join(ROOT, '../shared/data/registry/county-registry-465.xlsx')
test.skip(!existsSync(REGISTRY), `the real list is not here: ${REGISTRY}`)

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-import-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string | RegExp) => museum.page.getByRole('button', { name })
const objects = async (): Promise<unknown> => {
  const reply = await museum.call('workspace.stats')
  return reply.ok ? (reply.value as { objects: number }).objects : reply.fault
}

/** From the file to the rehearsal, as it was recognised. */
async function rehearse(): Promise<void> {
  await chooseNext(museum.app, REGISTRY)
  await button('选择文件').click()
  await button('下一步：对应各列').click()
  await button('开始预演').click()
  await expect(museum.page.getByTestId('rehearsal-summary')).toBeVisible()
}

test('the sheet is shown as it stands, its header found below the title rows', async () => {
  const { page } = museum
  await button('导入登记表').click()
  await screenshot(page, 'import-file')
  await chooseNext(museum.app, REGISTRY)
  await button('选择文件').click()
  await expect(page.getByText('表头在第 3 行')).toBeVisible()
  await expect(page.getByRole('button', { name: '表头 3' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('cell', { name: '某县博物馆馆藏文物登记表' })).toBeVisible()
  await screenshot(page, 'import-sheets')
})

test('another row can be made the header, and the columns follow', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '4', exact: true }).click()
  await expect(page.getByText('表头在第 3、4 行')).toBeVisible()
  await page.getByRole('button', { name: '表头 3' }).click()
  await expect(page.getByText('没有表头')).toBeVisible()
  await page.getByRole('button', { name: '3', exact: true }).click()
  await expect(page.getByText('表头在第 3 行')).toBeVisible()
})

test('columns are matched by meaning, and any can be changed', async () => {
  const { page } = museum
  await button('下一步：对应各列').click()
  const target = (heading: string) =>
    page.getByRole('row').filter({ hasText: heading }).locator('.columns-target')
  await expect(target('总登记号')).toContainText('藏品编号')
  await expect(target('重量')).toContainText('具体质量')
  await expect(target('存放地点')).toContainText('库位')
  const remarks = page.getByLabel('“备注”放进哪个项目')
  await remarks.focus()
  await page.keyboard.type('fjx')
  await page.keyboard.press('Enter')
  await expect(target('备注')).toContainText('另存为附加项')
  await expect(page.getByText('您的选择')).toBeVisible()
  await screenshot(page, 'import-columns')
  await remarks.focus()
  await page.keyboard.type('beizhu')
  await page.keyboard.press('Enter')
  await expect(target('备注')).toContainText('备注')
})

test('the rehearsal says column by column and row by row what would happen, and writes nothing', async () => {
  const { page } = museum
  await button('开始预演').click()
  await expect(page.getByTestId('rehearsal-summary')).toContainText('读了 465 行')
  await expect(page.getByTestId('rehearsal-summary')).toContainText('新增 460，变更 0，相同 0，拒绝 5')
  await expect(page.locator('.card', { hasText: '尺寸' }).first()).toContainText('格需要您看一看')
  await expect(page.locator('.cards')).not.toContainText('{{')
  await screenshot(page, 'import-rehearsal')
  await page.getByRole('tab', { name: '新增 460' }).click()
  await expect(page.locator('.lines-table tbody tr')).toHaveCount(100)
  await expect(page.locator('.lines-table')).not.toContainText('{{')
  await screenshot(page, 'import-lines')
  await page.getByRole('tab', { name: '逐列' }).click()
  await page.locator('.card', { hasText: '入藏时间' }).getByRole('button').first().click()
  await expect(page.locator('.lines-table tbody tr')).toHaveCount(46)
  await page.getByRole('tab', { name: '拒绝 5' }).click()
  await expect(page.locator('.lines-table tbody tr')).toHaveCount(5)
  await expect(page.locator('.lines-table')).toContainText('在本文件中已出现过')
  await screenshot(page, 'import-refused')
  expect(await objects()).toBe(0)
})

test('refused rows are saved as a workbook with their reasons', async () => {
  const file = join(folder, '未导入的行.xlsx')
  await chooseNext(museum.app, file)
  await button('把被拒绝的行另存为').click()
  await expect(museum.page.getByText('5 行已存到“未导入的行.xlsx”')).toBeVisible()
  expect(statSync(file).size).toBeGreaterThan(1000)
})

test('it is entered as one named batch, and the objects are there to be found', async () => {
  const { page } = museum
  await page.getByLabel('批次名称').fill('2024 年登记表')
  await button('导入 460 件').click()
  await expect(page.getByTestId('import-done')).toContainText('新增 460')
  await screenshot(page, 'import-done')
  await button('查看藏品').click()
  await expect(foundOf(page)).toHaveText('共 460 件/套')
  await page.getByLabel('查找藏品').fill('青铜')
  await expect(foundOf(page)).not.toHaveText('共 460 件/套')
  await page.getByLabel('查找藏品').fill('')
  await page.locator('[data-facet="grade"]').getByRole('checkbox', { name: '一级' }).check()
  await expect(foundOf(page)).toHaveText('共 53 件/套')
  await screenshot(page, 'catalogue-grade-one')
  await page.getByRole('button', { name: '清除查找与筛选' }).click()
  await expect(foundOf(page)).toHaveText('共 460 件/套')
})

test('what stood in the file is shown beside what was understood, and the history says whence it came', async () => {
  const { page } = museum
  await openObject(page, '0004')
  await expect(page.locator('[data-field="era"]')).toContainText('原文：近代')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.locator('.entry')).toContainText('批次：2024 年登记表')
  await page.getByRole('tab', { name: '登记内容' }).click()
})

test('the same file again adds nothing', async () => {
  const { page } = museum
  await page.keyboard.press('Control+2')
  await button('再导入一个文件').click()
  await rehearse()
  await expect(page.getByTestId('rehearsal-summary')).toContainText('新增 0，变更 0，相同 460，拒绝 5')
  await expect(button('导入 0 件')).toBeDisabled()
  await button('重新开始').click()
})

test('a dropped file that is no table is refused with a clear sentence', async () => {
  const { page } = museum
  const page404 = join(folder, '网页.xlsx')
  writeFileSync(page404, '<html><body><table><tr><td>总登记号</td></tr></table></body></html>')
  await dropFile(page, page404)
  await expect(page.getByRole('alert')).toContainText('其实是网页')
  const text = join(folder, '说明.docx')
  writeFileSync(text, 'x')
  await dropFile(page, text)
  await expect(page.getByRole('alert').filter({ hasText: '“说明.docx”的格式暂不支持' })).toBeVisible()
})

test('a rehearsal of a long list can be stopped, and nothing of it remains', async () => {
  const { page } = museum
  const file = join(folder, '长表.csv')
  const rows = Array.from({ length: 60_000 }, (_, at) => `L${at},清青花瓷碗,清,瓷器,瓷,1,件,高${at % 90}厘米`)
  writeFileSync(file, ['总登记号,名称,年代,类别,质地,数量,单位,尺寸', ...rows].join('\n'))
  await chooseNext(museum.app, file)
  if (await button('重新开始').isVisible()) await button('重新开始').click()
  await button('选择文件').click()
  await button('下一步：对应各列').click()
  await button('开始预演').click()
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  await screenshot(page, 'import-working')
  await page.locator('.room').getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已取消，没有留下任何改动')).toBeVisible()
  await expect(button('再预演一次')).toBeVisible()
  expect(await objects()).toBe(460)
  await button('重新开始').click()
})

test('a batch is taken back whole; what somebody touched since is listed and left alone', async () => {
  const { page } = museum
  await page.keyboard.press('Control+1')
  await openObject(page, '0008')
  await page.locator('[data-field="place"] input').fill('二号库三柜')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存：0008')
  await page.keyboard.press('Control+3')
  await button('撤销…').click()
  const preview = page.getByTestId('undo-preview')
  await expect(preview).toContainText('459 件藏品将退回')
  await expect(preview.getByRole('button', { name: '0008' })).toBeVisible()
  await screenshot(page, 'batch-undo')
  await preview.getByRole('button', { name: '撤销 459 件' }).click()
  await expect(page.getByTestId('undone')).toContainText('已撤销“2024 年登记表”，459 件藏品已退回')
  expect(await objects()).toBe(1)
})

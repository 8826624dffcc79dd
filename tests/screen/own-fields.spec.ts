import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, foundOf, openObject, statusOf } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-own-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = (): Locator => museum.page.getByTestId('own-field')
const part = (): Locator => museum.page.getByTestId('own-fields')
const command = async (words: string): Promise<void> => {
  await museum.page.keyboard.press('Control+k')
  const palette = museum.page.getByRole('dialog').filter({ hasText: words })
  await expect(palette).toBeVisible()
  await palette.getByRole('textbox').or(palette.getByRole('combobox')).first().fill(words)
  await museum.page.keyboard.press('Enter')
}
const kind = async (words: string): Promise<void> => {
  await dialog().getByLabel('类型').click()
  await museum.page.locator('.ant-select-item-option').getByText(words, { exact: true }).click()
}

test('without any, the settings say what they are for and how to begin', async () => {
  const { page } = museum
  await command('设置自有字段')
  await expect(part()).toContainText('还没有自有字段')
  await part().scrollIntoViewIfNeeded()
  await screenshot(page, 'own-empty')
  await part().getByRole('button', { name: '新增字段' }).click()
  await dialog().getByLabel('名称').first().fill('名称')
  await dialog().getByRole('button', { name: '保存' }).click()
  await expect(dialog().getByTestId('fault')).toContainText('已是另一个字段的名称')
  await dialog().getByLabel('名称').first().fill('估价')
  await kind('小数')
  await dialog().getByLabel('单位').fill('元')
  await dialog().getByLabel('最小值').fill('0')
  await screenshot(page, 'own-number')
  await dialog().getByRole('button', { name: '保存' }).click()
  await expect(dialog()).toHaveCount(0)
  await expect(statusOf(page)).toContainText('已保存字段“估价”')
  await expect(part().locator('[data-own-field="估价"]')).toContainText('小数')
})

test('a code list has its values in their order, pasted from a column as well', async () => {
  const { page } = museum
  await command('新增自有字段')
  await dialog().getByLabel('名称').first().fill('展厅')
  await kind('代码表')
  const value = dialog().getByRole('textbox', { name: '值', exact: true })
  await value.first().focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', '一号厅\r\n二号厅\r\n三号厅\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    )
  })
  await expect(value).toHaveCount(3)
  await dialog().getByRole('textbox', { name: '别名' }).first().fill('1厅、一厅')
  await screenshot(page, 'own-codes')
  await dialog().getByRole('button', { name: '保存' }).click()
  await expect(part().locator('[data-own-field="展厅"]')).toContainText('3 个值')
  await part().getByRole('button', { name: '上移展厅' }).click()
  await expect(part().locator('tbody tr').first()).toContainText('展厅')
  await part().scrollIntoViewIfNeeded()
  await screenshot(page, 'own-list')
})

test('in the form they stand under a heading of their own, with hints while one types', async () => {
  const { page } = museum
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+n')
  const form = page.locator('[data-form="record"]')
  await form.getByLabel('藏品编号', { exact: false }).first().fill('0001')
  await page.locator('[data-field="number"] input').fill('0001')
  await page.locator('[data-field="name"] input').fill('铜鼎')
  const own = page.locator('fieldset[data-own]')
  await own.scrollIntoViewIfNeeded()
  const price = own.locator('[data-field]').filter({ hasText: '估价' }).locator('input')
  await price.fill('约一万')
  await expect(own).toContainText('约一万')
  await price.fill('-5')
  await expect(own).toContainText('小于本馆定的最小值 0')
  await own.locator('[data-field]').filter({ hasText: '展厅' }).locator('input').click()
  await page.keyboard.type('2')
  await price.fill('1,200')
  await own.scrollIntoViewIfNeeded()
  await screenshot(page, 'own-form')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('0001 铜鼎')
  // left, the field shows what was understood
  await page.locator('[data-field="name"] input').focus()
  await expect(price).toHaveValue('1200')
  await page.keyboard.press('Escape')
})

test('the list shows, sorts and counts them', async () => {
  const { page } = museum
  await page
    .getByRole('button', { name: '显示的列' })
    .or(page.getByRole('button', { name: '列', exact: true }))
    .first()
    .click()
  // others make room, for the grid draws only what can be seen
  for (const name of ['估价', '展厅', '文物类别', '质地', '具体尺寸', '保存状态', '年代', '文物来源'])
    await page.locator('.column-list').getByText(name, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: '1200', exact: true })).toBeVisible()
  const facet = page.locator('.facet').filter({ hasText: '展厅' })
  await facet.getByText('二号厅').click()
  await expect(foundOf(page)).toContainText('1')
  await expect(page.locator('.chips')).toContainText('二号厅')
  await expect(page.getByRole('gridcell', { name: '1200', exact: true })).toBeVisible()
  await screenshot(page, 'own-grid')
  await page
    .locator('.chips')
    .getByRole('button', { name: /二号厅/ })
    .click()
})

test('a column of a file becomes a field on the way in', async () => {
  const { page } = museum
  const file = join(folder, '登记表.csv')
  const rows = [
    '总登记号,名称,展厅,柜号,盘点情况',
    '0101,铜爵,1厅,A-1,已盘',
    '0102,铜觚,三号厅,A-2,待查',
    '0103,玉璧,,A-3,',
  ]
  writeFileSync(file, `\ufeff${rows.join('\r\n')}\r\n`)
  await page.keyboard.press('Control+2')
  await chooseNext(museum.app, file)
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('button', { name: '下一步：对应各列' }).click()
  await expect(page.locator('tr[data-column="2"] .columns-target')).toContainText('展厅')
  await page.getByLabel(/柜号/).click()
  await page.keyboard.type('新增自有')
  await page.keyboard.press('Enter')
  await expect(dialog().getByLabel('名称').first()).toHaveValue('柜号')
  await dialog().getByRole('button', { name: '保存' }).click()
  await expect(page.locator('tr[data-column="3"] .columns-target')).toContainText('柜号')
  await screenshot(page, 'own-import')
  await page.getByRole('button', { name: '开始预演' }).click()
  await expect(page.getByTestId('rehearsal-summary')).toBeVisible()
  await page.getByRole('button', { name: /^导入/ }).last().click()
  await page.keyboard.press('Control+1')
  await expect(foundOf(page)).toContainText('4')
  await openObject(page, '0101')
  await expect(page.locator('fieldset[data-own]')).toContainText('一号厅')
  await expect(page.locator('fieldset[data-own]')).toContainText('1厅')
})

test('what was kept beside the records becomes a field for all of them, rehearsed and undone', async () => {
  const { page } = museum
  const extras = page.locator('.extras')
  await expect(extras).toContainText('盘点情况')
  await extras.getByRole('button', { name: '改成自有字段' }).click()
  await dialog().getByRole('button', { name: '保存' }).click()
  const change = page.getByTestId('change')
  await expect(change).toContainText('盘点情况')
  await change.getByRole('button', { name: '预演' }).click()
  await expect(change.getByTestId('change-rehearsed')).toContainText('将修改 2')
  await screenshot(page, 'own-promote')
  await change.getByRole('button', { name: /^执行/ }).click()
  await expect(change.getByTestId('change-done')).toBeVisible()
  await change.getByRole('button', { name: '知道了' }).click()
  await expect(page.locator('.extras')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await openObject(page, '0101')
  await expect(page.locator('.extras')).toContainText('盘点情况')
})

test('another kind is refused with the records that do not fit; one put aside leaves the form', async () => {
  const { page } = museum
  await page.keyboard.press('Escape')
  await command('设置自有字段')
  const line = part().locator('[data-own-field="柜号"]')
  await line.getByRole('button', { name: '修改' }).click()
  await kind('整数')
  await dialog().getByRole('button', { name: '预演改类型' }).click()
  await expect(dialog()).toContainText('0101')
  await expect(dialog()).toContainText('A-1')
  await screenshot(page, 'own-misfits')
  await dialog().getByRole('button', { name: '取消' }).click()
  await expect(line.getByRole('button', { name: '删去' })).toBeDisabled()
  await line.getByRole('button', { name: '停用' }).click()
  await expect(line).toContainText('（已停用）')
  await page.keyboard.press('Control+1')
  await openObject(page, '0101')
  await expect(page.locator('fieldset[data-own]')).not.toContainText('柜号')
})

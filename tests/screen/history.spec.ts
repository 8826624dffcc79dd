import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, photograph, statusOf } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-history-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const FIRST = '01900000-0000-7000-8000-000000000001'
async function amend(revision: number, changes: object, reason?: string): Promise<void> {
  const wish = { id: FIRST, revision, changes, ...(reason === undefined ? {} : { reason }) }
  expect(await museum.call('catalogue.amend', wish)).toMatchObject({ ok: true })
}

test('an empty museum says what will stand here', async () => {
  await museum.page.keyboard.press('Control+h')
  await expect(museum.page.getByRole('heading', { name: '还没有任何变动' })).toBeVisible()
  await photograph(museum, 'history-empty')
})

test('the whole museum’s changes are read on as one scrolls, and narrowed', async () => {
  const { page } = museum
  await enterObjects(museum, 120)
  await amend(1, {
    place: '甲库',
    grade: '一级',
    condition: '急需修复',
    damage: '口沿有冲线',
    remarks: '待查',
  })
  await amend(2, { name: '清乾隆青花瓷瓶' }, '专家鉴定意见')
  const list = page.getByTestId('recent').getByRole('listitem')
  await expect(list.first()).toContainText('修改了 0001 清乾隆青花瓷瓶：名称')
  await expect(list.first()).toContainText('更正理由：专家鉴定意见')
  expect(await list.count()).toBeLessThan(122)
  await list.first().getByRole('button', { name: '看改动' }).click()
  await expect(list.first().locator('.struck').first()).toHaveText('清青花瓷瓶')
  await photograph(museum, 'history-recent')
  await expect(async () => {
    await page.getByTestId('recent-foot').scrollIntoViewIfNeeded()
    await expect(page.getByTestId('recent-foot')).toHaveText('以上是全部变动。', { timeout: 500 })
  }).toPass()
  expect(await list.count()).toBe(122)
  await page.getByRole('textbox', { name: '到' }).fill('2020年1月1日')
  await expect(page.getByText('没有符合这些条件的变动。')).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(list.first()).toContainText('0001')
})

test('from a change to its record, open at that entry', async () => {
  const { page } = museum
  await page.getByTestId('recent').getByRole('button', { name: '打开记录' }).nth(1).click()
  await expect(page.getByRole('tab', { name: '修改历史' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.entry.sought')).toContainText('急需修复')
  await photograph(museum, 'history-entry')
})

test('two moments of a record, side by side', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '比较两个时间' }).click()
  const compared = page.getByTestId('comparison')
  await expect(compared.locator('tr[data-key="name"]')).toContainText('清乾隆青花瓷瓶')
  await expect(compared.locator('tr[data-key="materials"]')).toHaveCount(0)
  await compared.getByRole('checkbox', { name: '显示全部项目' }).check()
  await expect(compared.locator('tr[data-key="materials"]')).toBeVisible()
  await photograph(museum, 'history-compare-all')
  await compared.getByRole('checkbox', { name: '显示全部项目' }).uncheck()
  await compared.getByRole('combobox', { name: '先' }).click()
  await page.getByTitle('某一天结束时…').last().click()
  await compared.getByRole('textbox', { name: '哪一天' }).fill('2020年1月1日')
  await expect(compared).toContainText('这件藏品还没有登记')
  await photograph(museum, 'history-compare')
  await compared.getByRole('button', { name: '结束比较' }).click()
})

test('the history of one field by keyboard; going back over a correction needs a reason', async () => {
  const { page } = museum
  await page.getByRole('tab', { name: '著录' }).or(page.getByRole('tab').first()).first().click()
  await page.locator('[data-field="name"] input').focus()
  await page.keyboard.press('Control+Shift+H')
  const history = page.getByTestId('field-history')
  await expect(history.locator('.stood')).toHaveCount(2)
  await history.getByRole('button', { name: '恢复为此内容…' }).click()
  await expect(page.getByTestId('restoring')).toContainText('此后这一项改过 1 次')
  await expect(page.getByRole('button', { name: '恢复', exact: true })).toBeDisabled()
  await photograph(museum, 'history-field')
  await page.keyboard.type('鉴定有误')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已恢复“名称”')
  await expect(history.locator('.stood')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(history).toHaveCount(0)
  await expect(page.locator('[data-field="name"] input')).toHaveValue('清青花瓷瓶')
  // taking it back is one key, like any edit
  await page.locator('[data-field="name"] input').focus()
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-field="name"] input')).toHaveValue('清乾隆青花瓷瓶')
})

test('by mouse the way is beside each field', async () => {
  const { page } = museum
  await page.locator('[data-field="grade"]').hover()
  await photograph(museum, 'history-field-way')
  await page.locator('[data-field="grade"] .field-history-open').click()
  await expect(page.getByTestId('field-history')).toContainText('一级')
  await page.keyboard.press('Escape')
})

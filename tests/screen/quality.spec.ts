import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, photograph, statusOf } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-quality-'))
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

const ruleRow = (id: string) => museum.page.locator(`tr[data-rule="${id}"]`)

test('an empty museum says what will stand here', async () => {
  await museum.page.keyboard.press('Control+5')
  await expect(museum.page.getByRole('heading', { name: '目录里还没有藏品' })).toBeVisible()
  await photograph(museum, 'quality-empty')
})

test('the census bar by grade, and each rule with its objects', async () => {
  const { page } = museum
  await enterObjects(museum, 40)
  for (const number of ['T1', 'T2']) {
    const id = `01900000-0000-7000-8000-0000000099${number === 'T1' ? '01' : '02'}`
    const values = { number, name: '清青花瓷瓶', sizeText: '高32.5厘米', grade: '一级', place: `${number}柜` }
    await museum.call('catalogue.register', {
      id,
      values: { ...values, actualQuantity: 2, quantityKind: '单件' },
    })
  }
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+5')
  await expect(page.getByText('2 / 42 件，差错率 4.76%')).toBeVisible()
  await expect(ruleRow('V08').getByRole('button')).toHaveText('2')
  await expect(ruleRow('V13')).toHaveCount(0)
  await photograph(museum, 'quality-light')
  await page.getByRole('checkbox', { name: '只看有问题的规则' }).uncheck()
  await expect(ruleRow('V13')).toContainText('尚未检查')
  await page.getByTestId('twins').scrollIntoViewIfNeeded()
  await photograph(museum, 'quality-twins')
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('heading', { name: '质量检查' }).scrollIntoViewIfNeeded()
  await photograph(museum, 'quality-dark')
  await page.keyboard.press('Control+Shift+l')
})

test('a number leads to those objects in the catalogue; the chip says why, and comes off', async () => {
  const { page } = museum
  // by keyboard: the number is a button
  await ruleRow('V08').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(foundOf(page)).toHaveText('共 2 件/套')
  const chip = page.getByRole('button', { name: /规则：单件为一件/ })
  await expect(chip).toBeVisible()
  await photograph(museum, 'quality-find')
  await chip.click()
  await expect(foundOf(page)).toHaveText('共 42 件/套')
})

test('what is right as it is can be accepted with a reason, and that is taken back', async () => {
  const { page } = museum
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: '打开 T1' }).click()
  await page.getByRole('tab', { name: '检查' }).click()
  const finding = page.locator('[data-finding="N7"]')
  await finding.getByRole('button', { name: '接受…' }).click()
  await page.keyboard.type('确为两件，器底款识不同')
  await page.keyboard.press('Enter')
  await expect(finding).toContainText('接受：确为两件')
  await expect(statusOf(page)).toContainText('已接受')
  await photograph(museum, 'quality-record')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.locator('.entry').first()).toContainText('N7：确为两件')
  await page.getByRole('tab', { name: '检查' }).click()
  await finding.getByRole('button', { name: '撤回接受' }).click()
  await expect(finding.getByRole('button', { name: '接受…' })).toBeVisible()
})

test('all can be checked anew', async () => {
  const { page } = museum
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: '全部重新检查' }).click()
  await expect(page.getByTestId('quality-judged')).toContainText('检查了 42 件')
})

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
  folder = mkdtempSync(join(tmpdir(), 'guancang-numbers-'))
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

const field = (id: string) => museum.page.locator(`[data-field="${id}"] input`)
const goToNumbers = async (): Promise<void> => {
  await museum.page.getByRole('navigation').getByRole('button', { name: '编号检查' }).click()
}

test('without objects the place says what will stand here', async () => {
  await goToNumbers()
  await expect(museum.page.getByText('编号规则在“设置与关于”里写明')).toBeVisible()
  await photograph(museum, 'numbers-empty')
})

test('a pattern is put together, with what comes of it before one’s eyes', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '编号规则…' }).click()
  const examples = page.getByTestId('pattern-examples')
  await expect(examples).toContainText('0001　0002')
  await page.getByRole('combobox', { name: '流水号', exact: true }).click()
  await page.getByTitle('每年从 1 开始').last().click()
  await expect(examples).toContainText('编号里就要有入藏年度')
  await expect(page.getByRole('button', { name: '保存规则' })).toBeDisabled()
  await photograph(museum, 'numbers-pattern-fault')
  await page.getByRole('button', { name: '固定文字' }).click()
  await page.getByRole('button', { name: '入藏年度' }).click()
  for (const [kind, times] of [
    ['text', 1],
    ['year', 2],
  ] as const)
    for (let time = 0; time < times; time++)
      await page.locator(`[data-kind="${kind}"]`).getByRole('button', { name: '前移' }).click()
  await page.locator('[data-kind="text"]').getByRole('button', { name: '前移' }).isDisabled()
  await expect(examples).toContainText('1987-0128')
  await photograph(museum, 'numbers-pattern')
  await page.getByRole('button', { name: '保存规则' }).click()
  await expect(statusOf(page)).toContainText('已保存“藏品总登记号”的编号规则')
})

test('a new record has the next number by itself; what another took meanwhile is told', async () => {
  const { page } = museum
  await page.keyboard.press('Control+n')
  await expect(field('number')).toHaveValue(/^\d{4}-0001$/)
  // nothing was typed: nothing is kept of a form that is left
  await expect(page.getByTestId('form-state')).toHaveText('没有未保存的改动')
  await field('name').fill('清青花瓷瓶')
  const proposal = await field('number').inputValue()
  await museum.call('catalogue.register', {
    id: '01900000-0000-7000-8000-0000000000aa',
    values: { name: '唐三彩马' },
    proposed: ['number'],
  })
  await photograph(museum, 'numbers-proposal')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText('清青花瓷瓶')
  await expect(field('number')).toHaveValue(proposal.replace('0001', '0002'))
})

test('a year is followed as one types it; a typed number stays, and one used before is told', async () => {
  const { page } = museum
  await page.keyboard.press('Control+n')
  await expect(field('number')).toHaveValue(/0003$/)
  await field('acquisitionYear').fill('1987')
  await field('acquisitionYear').press('Enter')
  await expect(field('number')).toHaveValue('1987-0001')
  await field('number').fill('甲-7')
  await field('acquisitionYear').fill('1988')
  await field('acquisitionYear').press('Enter')
  await expect(field('number')).toHaveValue('甲-7')
  await field('number').focus()
  await page.keyboard.press('Alt+n')
  await expect(field('number')).toHaveValue('1988-0001')
  await expect(statusOf(page)).toContainText('下一个号：1988-0001')
  await field('number').fill('2026-0001')
  await expect(page.locator('[data-field="number"]')).toContainText('此号已用于“唐三彩马”')
  await photograph(museum, 'numbers-standing')
  await page.getByRole('button', { name: '放弃' }).click()
})

test('clashes lead to their records', async () => {
  const { page } = museum
  await enterObjects(museum, 30)
  for (const [at, number] of ['2026-0009', '2026-００１５', '2026-15'].entries())
    await museum.call('catalogue.register', {
      id: `01900000-0000-7000-8000-0000000000b${String(at)}`,
      values: { number, name: '铜镜' },
    })
  await goToNumbers()
  await expect(page.getByTestId('numbers-near')).toContainText('2026-0015 / 2026-15')
  await expect(page.getByTestId('numbers-misfits')).toContainText('0001')
  await expect(page.getByTestId('numbers-gaps')).toContainText('3–8（6 个）')
  await photograph(museum, 'numbers-clashes')
  await page.getByTestId('numbers-gaps').scrollIntoViewIfNeeded()
  await photograph(museum, 'numbers-gaps')
  await page.getByTestId('numbers-near').getByRole('button', { name: '2026-15 铜镜' }).click()
  await expect(foundOf(page)).toBeVisible()
  await expect(field('number')).toHaveValue('2026-15')
})

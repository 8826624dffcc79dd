import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, openObject, photograph, statusOf } from './registrar.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-relations-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
  await createMuseum(museum, '关联馆', join(folder, 'museum'))
  await enterObjects(museum, 12)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const parts = () => museum.page.getByTestId('parts')
const numbers = () => parts().locator('[data-part] th')
const related = () => museum.page.getByTestId('related')

test('parts are typed one after the other with the keyboard, the number proposed', async () => {
  const { page } = museum
  await openObject(page, '0001')
  await page.getByRole('tab', { name: '分件与关联' }).click()
  await expect(parts()).toContainText('还没有分件')
  await photograph(museum, 'parts-none')
  await page.getByRole('button', { name: '加一个' }).click()
  await expect(page.getByTestId('part-editor').getByLabel('分件号')).toHaveValue('0001-1')
  await page.keyboard.type('鼎盖')
  await page.keyboard.press('Enter')
  await page.keyboard.type('铜')
  await page.keyboard.press('Enter')
  await expect(parts().getByRole('combobox', { name: '质地' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByTestId('part-editor').getByLabel('尺寸').fill('口径20')
  await page.getByTestId('part-editor').getByLabel('质量', { exact: true }).fill('1.5')
  await photograph(museum, 'parts-editor')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存分件')
  await expect(numbers()).toHaveText(['0001-1'])
  await expect(parts()).toContainText('铜 · 口径20 · 1.5')
})

test('several at once, pasted or made; put in order, taken away, and back with Ctrl+Z', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '成批录入…' }).click()
  await page.getByRole('textbox', { name: '成批录入…' }).fill('鼎身\t铜\t高30\n0001-5\t鼎足\t\t\t残')
  await expect(parts()).toContainText('读出 2 个分件')
  await photograph(museum, 'parts-paste')
  await page.getByRole('button', { name: '加入这些分件' }).click()
  await expect(numbers()).toHaveText(['0001-1', '0001-2', '0001-5'])
  await page.getByRole('button', { name: '生成', exact: true }).click()
  await expect(numbers()).toHaveText(['0001-1', '0001-2', '0001-5', '0001-3', '0001-4'])
  await page.getByRole('button', { name: '0001-5', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(numbers()).toHaveText(['0001-1', '0001-5', '0001-2', '0001-3', '0001-4'])
  await expect(page.getByRole('button', { name: '0001-5', exact: true })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(numbers()).toHaveText(['0001-1', '0001-2', '0001-3', '0001-4'])
  await page.keyboard.press('Control+z')
  await expect(numbers()).toHaveText(['0001-1', '0001-5', '0001-2', '0001-3', '0001-4'])
  await photograph(museum, 'parts-list')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.locator('.entry').first()).toContainText('0001-5 鼎足')
  await photograph(museum, 'parts-history')
})

test('a number in use is refused in a sentence, and what was typed stays', async () => {
  const { page } = museum
  await page.getByRole('tab', { name: /分件与关联/ }).click()
  await page.getByRole('button', { name: '0001-3', exact: true }).click()
  await page.getByTestId('part-editor').getByLabel('分件号').fill('0002')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('另一件单独登记的藏品的编号')
  await expect(page.getByTestId('part-editor').getByLabel('分件号')).toHaveValue('0002')
  await page.getByTestId('part-editor').getByLabel('分件号').fill('0001-3')
  await page.getByTestId('part-editor').getByLabel('名称').fill('鼎耳')
  // walking away saves what is typed
  await page.keyboard.press('Control+1')
  await page.getByRole('tab', { name: '登记内容' }).click()
  await page.getByRole('tab', { name: /分件与关联/ }).click()
  await expect(parts()).toContainText('鼎耳')
})

test('what is typed in the form meanwhile is not lost by saving a part', async () => {
  const { page } = museum
  await page.getByRole('tab', { name: '登记内容' }).click()
  await page.locator('[data-field="remarks"] textarea').fill('盖身分存')
  await page.getByRole('tab', { name: /分件与关联/ }).click()
  await page.getByRole('button', { name: '加一个' }).click()
  await page.keyboard.type('附件')
  await page.keyboard.press('Control+Enter')
  await expect(numbers()).toHaveCount(6)
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存：0001')
  await page.getByRole('tab', { name: '登记内容' }).click()
  await expect(page.locator('[data-field="remarks"] textarea')).toHaveValue('盖身分存')
})

test('a part leads the search to its whole', async () => {
  const { page } = museum
  await page.keyboard.press('Control+f')
  await page.keyboard.type('鼎耳')
  await expect(foundOf(page)).toHaveText('共 1 件/套')
  await page.locator('[data-search] input').fill('')
  await expect(foundOf(page)).toHaveText('共 12 件/套')
})

test('objects are related by keyboard, seen from both, opened, and the relation comes back', async () => {
  const { page } = museum
  await openObject(page, '0002')
  await page.getByRole('tab', { name: '分件与关联' }).click()
  const picker = page.getByRole('combobox', { name: '对方的编号、名称或拼音首字母' })
  await picker.focus()
  await page.keyboard.type('0003')
  await expect(page.getByRole('option', { name: /0003/ })).toBeVisible()
  await photograph(museum, 'relations-pick')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已建立与 0003 的关联')
  await expect(related()).toContainText('同组、成对')
  await related().getByRole('combobox', { name: '对方是本件的' }).click()
  await page.getByTitle('拓片').click()
  await picker.fill('qyj')
  await page.waitForTimeout(400)
  await picker.fill('0004')
  await expect(page.getByRole('option', { name: /0004/ })).toBeVisible()
  await picker.press('Enter')
  await expect(related().locator('li')).toHaveCount(2)
  await related().getByRole('button', { name: '与 0004 的关联说明' }).click()
  await page.keyboard.type('2019年拓')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已保存关联说明')
  await photograph(museum, 'relations-list')
  await related().getByTitle('打开 0004').click()
  await page.getByRole('tab', { name: '分件与关联' }).click()
  await expect(related()).toContainText('原石（原器）')
  await related().getByRole('button', { name: '删去与 0002 的关联' }).click()
  await expect(related().locator('.related-list li')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(related()).toContainText('2019年拓')
})

test('the same in the dark and in English', async () => {
  const { page } = museum
  await page.keyboard.press('Control+Shift+l')
  await photograph(museum, 'relations-dark')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(related()).toContainText('stone or object rubbed')
  await openObject(page, '0001')
  await page.getByRole('tab', { name: /Parts, related/ }).click()
  await photograph(museum, 'parts-english-dark')
  await page.getByRole('button', { name: '中文' }).click()
  await page.keyboard.press('Control+Shift+l')
})

test('革命文物: a field with a hint, a survey among the facets, nothing filled in by itself', async () => {
  const { page } = museum
  const reply = await museum.call('catalogue.register', {
    id: '01900000-0000-7000-8000-000000000099',
    values: { number: '0099', name: '八路军臂章', eraText: '1942年' },
  })
  expect(reply).toMatchObject({ ok: true })
  await page.getByRole('button', { name: '排查线索：可能的革命文物' }).click()
  await expect(foundOf(page)).toHaveText('共 1 件/套')
  await expect(page.getByRole('button', { name: /参考：可能的革命文物/ })).toBeVisible()
  await openObject(page, '0099')
  await page.getByRole('tab', { name: '登记内容' }).click()
  const field = page.locator('[data-field="redRelic"]')
  await expect(field).toContainText('文字里有八路军')
  await field.locator('input').focus()
  await photograph(museum, 'red-hint')
  await page.keyboard.type('1')
  await expect(field).not.toContainText('八路军')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存：0099')
  await expect(foundOf(page)).toHaveText('共 0 件/套')
})

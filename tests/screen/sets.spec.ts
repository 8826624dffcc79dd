import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, openObject, statusOf, typeComposed } from './registrar.ts'

const OBJECTS = 60
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
const small = async () =>
  museum.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-sets-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, OBJECTS)
  await expect(foundOf(museum.page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await small()
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const cell = (text: string) => museum.page.getByRole('gridcell', { name: text, exact: true })
const tick = (number: string) => museum.page.getByRole('checkbox', { name: `选择 ${number}`, exact: true })
const views = () => museum.page.getByTestId('views')
const sets = () => museum.page.getByTestId('sets')
const standing = () => museum.page.getByTestId('view')
/** Numbers of the list from above, as many as are asked for. */
const numbers = (count: number) =>
  museum.page.evaluate((most) => {
    const cells = [...document.querySelectorAll('.catalogue-grid .ag-row [col-id="number"]')]
    return cells
      .map((one) => [Number(one.closest('.ag-row')?.getAttribute('row-index')), one.textContent] as const)
      .sort(([one], [other]) => one - other)
      .map(([, number]) => number)
      .slice(0, most)
  }, count)

test('the program’s own views stand beside the list with their counts', async () => {
  await expect(views().getByRole('button', { name: /^一二三级珍贵文物/ })).toContainText('36')
  await expect(views().getByRole('button', { name: /^没有图片/ })).toContainText(String(OBJECTS))
  await views()
    .getByRole('button', { name: /^一二三级珍贵文物/ })
    .click()
  await expect(foundOf(museum.page)).toHaveText('共 36 件/套')
  await expect(standing()).toHaveText('视图：一二三级珍贵文物')
  await screenshot(museum.page, 'sets-builtin')
})

test('a list is saved as a view, is seen to be changed, and is put back or saved anew', async () => {
  const { page } = museum
  await page.getByLabel('查找藏品').fill('青铜')
  await expect(standing()).toContainText('已改动')
  await page.keyboard.press('Control+Shift+s')
  await page.getByLabel('视图名称').fill('珍贵青铜器')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已保存视图“珍贵青铜器”')
  const own = views().getByRole('button', { name: /^珍贵青铜器/ })
  await expect(own).toHaveAttribute('aria-current', 'true')
  const count = (await foundOf(page).textContent())?.match(/\d+/)?.[0] ?? ''
  await expect(own).toContainText(count)
  await page.getByLabel('查找藏品').fill('铜镜')
  await expect(standing()).toContainText('已改动')
  await screenshot(page, 'sets-view-changed')
  await standing().getByRole('button', { name: '还原' }).click()
  await expect(page.getByLabel('查找藏品')).toHaveValue('青铜')
  await expect(standing()).not.toContainText('已改动')
})

test('a view is found by name in the palette, renamed, moved, removed and brought back with Ctrl+Z', async () => {
  const { page } = museum
  await views()
    .getByRole('button', { name: /^全部藏品/ })
    .click()
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('珍贵青铜器')
  await page.keyboard.press('Enter')
  await expect(standing()).toHaveText('视图：珍贵青铜器')
  const more = views().getByRole('button', { name: '“珍贵青铜器”的更多操作' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '改名…' }).click()
  await page.getByLabel('视图名称').fill('珍贵铜器')
  await page.keyboard.press('Enter')
  await expect(standing()).toHaveText('视图：珍贵铜器')
  await views().getByRole('button', { name: '“珍贵铜器”的更多操作' }).click()
  await screenshot(page, 'sets-view-menu')
  await page.getByRole('menuitem', { name: '删除视图' }).click()
  await expect(statusOf(page)).toContainText('按 Ctrl+Z 恢复')
  await expect(views().getByRole('button', { name: /^珍贵铜器/ })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(views().getByRole('button', { name: /^珍贵铜器/ })).toBeVisible()
})

test('ticked rows go into a new set by keyboard, typed with an input method', async () => {
  const { page } = museum
  await views()
    .getByRole('button', { name: /^全部藏品/ })
    .click()
  await expect(sets()).toHaveCount(1)
  await expect(page.getByText('还没有清单。')).toBeVisible()
  await tick('0002').click()
  await tick('0005').click()
  await tick('0003').click()
  await page.keyboard.press('Control+l')
  await expect(page.getByTestId('put')).toBeVisible()
  await typeComposed(page, 'nizhan', '拟展清单')
  await expect(page.getByRole('option', { name: '新建清单“拟展清单”' })).toBeVisible()
  await screenshot(page, 'sets-put')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已把 3 件加入“拟展清单”')
  const own = sets().getByRole('button', { name: /^拟展清单/ })
  await expect(own).toContainText('3')
  await own.focus()
  await page.keyboard.press('Enter')
  await expect(foundOf(page)).toHaveText('共 3 件/套')
  await expect.poll(() => numbers(3)).toEqual(['0002', '0005', '0003'])
  await screenshot(page, 'sets-open')
})

test('the order is made by keyboard and by drawing a row, and Ctrl+Z takes it back', async () => {
  const { page } = museum
  await cell('0003').click()
  await page.keyboard.press('Escape')
  await cell('0003').focus()
  await page.keyboard.press('Control+Shift+ArrowUp')
  await expect.poll(() => numbers(3)).toEqual(['0002', '0003', '0005'])
  await page.keyboard.press('Control+Shift+Home')
  await expect.poll(() => numbers(3)).toEqual(['0003', '0002', '0005'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => numbers(3)).toEqual(['0002', '0003', '0005'])
  const grips = page.locator('[data-grip]')
  const from = await grips.filter({ hasText: '1' }).first().boundingBox()
  const to = await grips.filter({ hasText: '3' }).first().boundingBox()
  if (!from || !to) throw new Error('no grips')
  await page.mouse.move(from.x + 8, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 8, to.y + to.height / 2, { steps: 6 })
  await page.mouse.move(to.x + 8, to.y + to.height - 2, { steps: 3 })
  await screenshot(page, 'sets-dragging')
  await page.mouse.up()
  await expect.poll(() => numbers(3)).toEqual(['0003', '0005', '0002'])
  await expect(page.getByTestId('record')).toHaveCount(0)
})

test('the record says in which sets its object is and takes a note for each', async () => {
  const { page } = museum
  await openObject(page, '0005')
  const within = page.getByTestId('record-sets')
  await within.getByRole('button', { name: /^在 1 个清单中：拟展清单/ }).click()
  await within.getByLabel('在“拟展清单”中的备注').fill('展柜三，需配支架')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已记下')
  await expect(cell('展柜三，需配支架')).toBeVisible()
  await screenshot(page, 'sets-record')
  await page.keyboard.press('Escape')
})

test('all that is found goes in as a job; some come out again; another window’s adds are seen', async () => {
  const { page } = museum
  await views()
    .getByRole('button', { name: /^一二三级珍贵文物/ })
    .click()
  await expect(foundOf(page)).toHaveText('共 36 件/套')
  await page.getByRole('button', { name: '全选找到的' }).click()
  await page.keyboard.press('Control+l')
  await page.keyboard.type('拟展')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('加入“拟展清单”')
  await sets()
    .getByRole('button', { name: /^拟展清单/ })
    .click()
  await expect(foundOf(page)).not.toHaveText('共 36 件/套')
  const before = Number((await foundOf(page).textContent())?.match(/\d+/)?.[0])
  await tick('0005').click()
  await page.getByRole('button', { name: '移出清单' }).click()
  await expect(foundOf(page)).toHaveText(`共 ${before - 1} 件/套`)
  await page.keyboard.press('Control+z')
  await expect(foundOf(page)).toHaveText(`共 ${before} 件/套`)
  const { value } = (await museum.call('sets.list')) as { value: { sets: { id: string }[] } }
  await museum.call('sets.put', {
    set: value.sets[0]?.id,
    ids: ['01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000001'],
  })
  await expect(foundOf(page)).not.toHaveText(`共 ${before} 件/套`)
})

test('a set is copied, and one that is used by a view and removed is told of', async () => {
  const { page } = museum
  await sets().getByRole('button', { name: '“拟展清单”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '复制、合并…' }).click()
  await expect(page.getByTestId('set-form')).toBeVisible()
  await screenshot(page, 'sets-combine')
  await page.getByLabel('清单名称').fill('备选')
  await page.getByTestId('set-form').getByRole('button', { name: '保存' }).click()
  await expect(sets().getByRole('button', { name: /^备选/ })).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Control+Shift+s')
  await page.getByLabel('视图名称').fill('备选一览')
  await page.keyboard.press('Enter')
  await sets().getByRole('button', { name: '“备选”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '删除清单' }).click()
  await expect(statusOf(page)).toContainText('藏品不受影响')
  await views()
    .getByRole('button', { name: /^备选一览/ })
    .click()
  await expect(page.getByTestId('view-lost')).toContainText('所用的清单（已删除）')
  await screenshot(page, 'sets-lost')
  await page.getByTestId('view-lost').getByRole('button').click()
})

test('an empty set says what to do next; the museum begins with the view that was chosen', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '新建清单', exact: true }).click()
  await page.getByLabel('清单名称').fill('待修')
  await page.keyboard.press('Enter')
  await expect(page.getByText('这个清单里还没有藏品')).toBeVisible()
  await screenshot(page, 'sets-empty')
  await page.keyboard.press('Control+Shift+l')
  await screenshot(page, 'sets-dark')
  await page.keyboard.press('Control+Shift+l')
  await views().getByRole('button', { name: '“珍贵铜器”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '打开馆藏时先显示' }).click()
  await expect(statusOf(page)).toContainText('先显示这个视图')
  for (const times of [1, 2]) {
    await museum.close({ keep: true })
    museum = await launchMuseum({ userData: join(folder, 'home') })
    await expect(standing(), String(times)).toHaveText('视图：珍贵铜器')
    await expect(museum.page.getByLabel('查找藏品')).toHaveValue('青铜')
  }
  await small()
  await screenshot(museum.page, 'sets-start')
})

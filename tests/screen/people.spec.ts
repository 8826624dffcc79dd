import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, foundOf, openObject, photograph, statusOf, typeComposed } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-people-'))
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

const objectId = (at: number): string => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`

test('an empty room says what belongs here and where it may come from', async () => {
  const { page } = museum
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('heading', { name: '还没有人物与机构' })).toBeVisible()
  await photograph(museum, 'people-empty')
  await page.getByRole('tab', { name: '从目录提取' }).click()
  await expect(page.getByRole('heading', { name: '没有可提取的' })).toBeVisible()
})

test('a donor is typed with an input method; what is typed survives walking away', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '新建人物或机构' }).click()
  await expect(page.getByLabel('姓名或名称')).toBeFocused()
  await typeComposed(page, 'zhangsan', '张三')
  // Enter of the input method has not left the field
  await expect(page.getByLabel('姓名或名称')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('其他名称')).toBeFocused()
  await page.getByLabel('生年或成立').fill('清光绪二十八年')
  await expect(page.getByTestId('party')).toContainText('即 1902 年')
  await page.getByLabel('电话').fill('13800001111')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+6')
  await expect(page.getByLabel('姓名或名称')).toHaveValue('张三')
  await expect(page.getByTestId('party-state')).toContainText('草稿')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存')
  await expect(page.getByTestId('people-total')).toHaveText('共 1 条')
  await expect(page.getByTestId('party-objects')).toContainText('还没有关联藏品')
  await photograph(museum, 'people-record')
})

test('a name that is there already is pointed out while it is typed', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '新建人物或机构' }).click()
  await page.getByLabel('姓名或名称').fill('张三先生')
  // closed half-way, it is still there to go on with
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByTestId('people-drafts').getByRole('button', { name: '张三先生' }).click()
  await expect(page.getByLabel('姓名或名称')).toHaveValue('张三先生')
  await expect(page.getByTestId('alike')).toContainText('名称相同')
  await photograph(museum, 'people-alike')
  await page.getByLabel('电话').fill('222222')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('people-total')).toHaveText('共 2 条')
})

test('an object gets its people in its record: found by initials, or entered new', async () => {
  const { page } = museum
  for (const [at, values] of [
    { name: '清青花瓷瓶', source: '接受捐赠', sourceDetail: '李四捐赠', author: '齐白石' },
    { name: '清白釉碗', source: '接受捐赠', sourceDetail: '李四捐赠' },
    { name: '清铜镜', source: '接受捐赠' },
  ].entries())
    expect(
      await museum.call('catalogue.register', {
        id: objectId(at + 1),
        values: { number: `000${at + 1}`, actualQuantity: 1, ...values },
      })
    ).toMatchObject({ ok: true })
  await page.keyboard.press('Control+1')
  await openObject(page, '0003')
  const section = page.getByTestId('object-people')
  await expect(section).toContainText('还没有关联')
  await section.getByRole('button', { name: '添加人物或机构' }).click()
  await expect(section.getByLabel('人物或机构')).toBeFocused()
  await page.keyboard.type('zs')
  await expect(page.getByRole('option', { name: /张三/ }).first()).toBeAttached()
  await photograph(museum, 'people-picker')
  await page.keyboard.press('Enter')
  await section.getByLabel('说明').fill('证书 7')
  await page.keyboard.press('Enter')
  await expect(section).toContainText('捐赠人')
  await expect(section).toContainText('证书 7')
  await section.getByRole('button', { name: '添加人物或机构' }).click()
  await page.keyboard.type('云溪县文物商店')
  await expect(page.getByText('新建“云溪县文物商店”（单位）')).toBeVisible()
  await page.keyboard.press('Enter')
  await section.getByRole('button', { name: '关联', exact: true }).click()
  await expect(section).toContainText('云溪县文物商店')
  await photograph(museum, 'people-object')
  await section.getByRole('button', { name: '取消 云溪县文物商店 的关联' }).click()
  await expect(section).not.toContainText('云溪县文物商店')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.getByTestId('record')).toContainText('捐赠人 云溪县文物商店')
  await photograph(museum, 'people-object-history')
})

test('those whom the catalogue names are ticked, checked and taken as one batch', async () => {
  const { page } = museum
  await page.keyboard.press('Control+6')
  await page.getByRole('tab', { name: '从目录提取' }).click()
  const table = page.getByTestId('take')
  await expect(table).toContainText('李四捐赠')
  await page.getByRole('button', { name: /^勾选有把握的/ }).click()
  await photograph(museum, 'people-take')
  await page.getByRole('button', { name: '提取 2 条，关联 3 件藏品' }).click()
  await expect(page.getByTestId('taken')).toContainText('新建 2 条')
  await photograph(museum, 'people-taken')
})

test('likely duplicates are compared and merged, and the merge is undone', async () => {
  const { page } = museum
  await page.getByRole('tab', { name: '可能重复' }).click()
  await expect(page.getByTestId('pairs')).toContainText('张三先生')
  await photograph(museum, 'people-pairs')
  await page.getByTestId('pairs').getByRole('button', { name: '对照合并…' }).first().click()
  const dialog = page.getByTestId('merge')
  await expect(dialog).toContainText('两边不同，请选一个')
  await photograph(museum, 'people-merge')
  await dialog.locator('[data-merge="phone"]').getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: '合并', exact: true }).click()
  await expect(statusOf(page)).toContainText('已合并')
  const merges = page.getByTestId('merges')
  await expect(merges).toBeVisible()
  await photograph(museum, 'people-merged')
  await merges.getByRole('button', { name: '撤销合并…' }).click()
  await expect(page.getByTestId('unmerge')).toContainText('恢复原样')
  await photograph(museum, 'people-unmerge')
  await page.getByTestId('unmerge').getByRole('button', { name: '撤销合并' }).click()
  await expect(statusOf(page)).toContainText('已撤销合并')
  await page.getByRole('tab', { name: '可能重复' }).click()
  await page.getByTestId('pairs').getByRole('button', { name: '不是同一方' }).first().click()
  await expect(page.getByRole('heading', { name: '没有发现可能重复的' })).toBeVisible()
})

test('from a person to an object in the catalogue', async () => {
  const { page } = museum
  await page.getByRole('tab', { name: '名录' }).click()
  await page.getByLabel('查找人物与机构').fill('ls')
  await expect(page.getByTestId('people-total')).toHaveText('共 1 条')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('party-objects')).toContainText('清青花瓷瓶')
  await photograph(museum, 'people-list')
  await page.keyboard.press('Control+Shift+l')
  await photograph(museum, 'people-dark')
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('button', { name: '打开 0001' }).click()
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText('0001')
  await expect(page.getByTestId('object-people')).toContainText('李四')
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: '在目录中列出' }).click()
  await expect(foundOf(page)).toHaveText('共 2 件/套')
  await page.getByRole('button', { name: '人物：李四' }).click()
  await expect(foundOf(page)).toHaveText('共 3 件/套')
})

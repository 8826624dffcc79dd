import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import {
  createMuseum,
  enterObjects,
  fieldNow,
  foundOf,
  openObject,
  statusOf,
  typeComposed,
} from './registrar.ts'

const OBJECTS = 20
// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-record-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, OBJECTS)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const nameInput = () => museum.page.getByTestId('record').locator('[data-field="name"] input')

test('a record is filled in under an input method: Enter chooses a word first, then goes on', async () => {
  const { page } = museum
  await openObject(page, '0005')
  await expect(nameInput()).toHaveValue('清瓦当')
  await nameInput().click()
  await page.keyboard.press('Control+a')
  await typeComposed(page, 'qingwadang', '清云纹瓦当')
  expect(await fieldNow(page)).toBe('name')
  await expect(nameInput()).toHaveValue('清云纹瓦当')
  await page.keyboard.press('Enter')
  expect(await fieldNow(page)).toBe('formerName')
  await expect(page.getByText('已改，原为：清瓦当')).toBeVisible()
  await expect(page.getByLabel('更正理由')).toBeVisible()
  await screenshot(page, 'record-changed')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toHaveText('已保存：0005 清云纹瓦当')
  await expect(page.getByRole('gridcell', { name: '清云纹瓦当' })).toBeVisible()
})

test('a saved edit is undone and done again, and the history tells it', async () => {
  const { page } = museum
  await page.keyboard.press('Control+z')
  await expect(statusOf(page)).toContainText('已撤销对“0005 清云纹瓦当”的修改')
  await expect(nameInput()).toHaveValue('清瓦当')
  await page.keyboard.press('Control+y')
  await expect(nameInput()).toHaveValue('清云纹瓦当')
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.locator('.entry')).toHaveCount(4)
  await screenshot(page, 'history')
  await page.getByRole('button', { name: '撤回这次修改' }).first().click()
  await expect(page.locator('.entry')).toHaveCount(5)
  await page.getByRole('tab', { name: '登记内容' }).click()
  await expect(nameInput()).toHaveValue('清瓦当')
})

test('in a text that is being typed Ctrl+Z belongs to the text', async () => {
  const { page } = museum
  await nameInput().click()
  await page.keyboard.press('End')
  await page.keyboard.type('片')
  await page.keyboard.press('Control+z')
  await expect(nameInput()).toHaveValue('清瓦当')
  await expect(page.getByTestId('form-state')).toHaveText('没有未保存的改动')
})

test('codes are picked by digit and by initials, dates and numbers are read as they are written', async () => {
  const { page } = museum
  const field = (id: string) => page.getByTestId('record').locator(`[data-field="${id}"] input`)
  await field('grade').focus()
  await page.keyboard.type('2')
  await expect(page.locator('[data-field="grade"]')).toContainText('二级')
  await field('category').focus()
  await page.keyboard.type('tq')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="category"]')).toContainText('陶器')
  await field('height').fill('３２．５')
  await field('acquiredOn').fill('民国二十年三月五日')
  await page.keyboard.press('Enter')
  await expect(field('acquiredOn')).toHaveValue('1931-03-05')
  await expect(field('acquisitionYear')).toHaveValue('1931')
  await field('registeredOn').fill('去年')
  await expect(page.locator('[data-field="registeredOn"]')).toContainText('不是完整的日期')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('“登记日期”还没有看懂')
  expect(await fieldNow(page)).toBe('registeredOn')
  await field('registeredOn').fill('20260301')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toHaveText('已保存：0005 清瓦当')
  const reply = await museum.call('catalogue.byNumber', { number: '0005' })
  expect(reply).toMatchObject({
    ok: true,
    value: {
      record: {
        values: {
          grade: '二级',
          category: '陶器',
          height: 32.5,
          acquiredOn: '1931-03-05',
          acquisitionBand: '1949.10.1前',
          registeredOn: '2026-03-01',
        },
      },
    },
  })
})

test('具体年代 says at once how it is understood', async () => {
  const { page } = museum
  const field = page.getByTestId('record').locator('[data-field="eraText"] input')
  await field.fill('公元前350年—前250年')
  await expect(page.getByTestId('era-understood')).toContainText('公元前350年至公元前250年')
  await page.getByRole('button', { name: '放弃改动' }).click()
  await expect(field).toHaveValue('清乾隆二十三年')
})

test('one walks from record to record and stays in the same field', async () => {
  const { page } = museum
  await page.getByTestId('record').locator('[data-field="place"] input').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText('0006')
  await expect.poll(() => fieldNow(page)).toBe('place')
  await page.keyboard.press('Tab')
  expect(await fieldNow(page)).toBe('description')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText('0005')
})

test('a period is found in the tree by its name or its pinyin, the nearest first', async () => {
  const { page } = museum
  await page.getByTestId('record').locator('[data-field="era"] input').focus()
  await page.keyboard.type('song')
  await expect(page.getByRole('option').first()).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="era"] .ant-select-content')).toHaveText('宋')
  expect(await fieldNow(page)).toBe('eraText')
  await page.getByRole('button', { name: '放弃改动' }).click()
})

test('a number in use is refused at its field, and what was typed stays', async () => {
  const { page } = museum
  const field = page.getByTestId('record').locator('[data-field="number"] input')
  await field.fill('0006')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-field="number"]')).toContainText('编号“0006”已经有藏品使用')
  await expect(field).toHaveValue('0006')
  await page.getByRole('button', { name: '放弃改动' }).click()
})

test('a record changed by somebody else is not overwritten: both are shown and a person chooses', async () => {
  const { page } = museum
  const place = page.getByTestId('record').locator('[data-field="place"] input')
  await place.fill('二号库')
  const shown = await museum.call('catalogue.byNumber', { number: '0005' })
  const { id, revision } = (shown as unknown as { value: { record: { id: string; revision: number } } }).value
    .record
  const changed = await museum.call('catalogue.amend', { id, revision, changes: { place: '一号库' } })
  expect(changed).toMatchObject({ ok: true })
  await place.focus()
  await page.keyboard.press('Control+Enter')
  const conflict = page.getByTestId('conflict')
  await expect(conflict).toContainText('一号库')
  await expect(conflict).toContainText('二号库')
  await screenshot(page, 'conflict')
  await conflict.getByRole('button', { name: '按所选保存' }).click()
  await expect(statusOf(page)).toContainText('已保存')
  await expect(place).toHaveValue('二号库')
})

test('an object is entered with the keyboard alone, and the next one carries on', async () => {
  const { page } = museum
  await page.keyboard.press('Control+n')
  await expect.poll(() => fieldNow(page)).toBe('number')
  await page.keyboard.type('A-001')
  await page.keyboard.press('Enter')
  await typeComposed(page, 'ming', '明青花碗')
  for (const next of ['formerName', 'foreignName', 'era', 'eraText']) {
    await page.keyboard.press('Enter')
    expect(await fieldNow(page)).toBe(next)
  }
  await page.keyboard.type('明万历')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(statusOf(page)).toHaveText('已保存：A-001 明青花碗')
  await expect.poll(() => fieldNow(page)).toBe('number')
  await expect(page.getByTestId('record').locator('[data-field="eraText"] input')).toHaveValue('明万历')
  await expect(page.getByTestId('form-state')).toHaveText('没有未保存的改动')
  // longer than a draft takes to be kept: none of what was saved may come back as one
  await page.waitForTimeout(600)
  expect(await museum.call('catalogue.drafts')).toEqual({ ok: true, value: { drafts: [] } })
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('record')).toHaveCount(0)
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS + 1} 件/套`)
})

test('when the process behind the window dies, what is being typed stays and can be saved', async () => {
  const { page, app } = museum
  await openObject(page, '0009')
  await nameInput().fill('唐海兽葡萄纹铜镜')
  const pid = await app.evaluate(
    ({ app: program }) =>
      program.getAppMetrics().find(({ serviceName, name }) => (name ?? serviceName)?.includes('host'))?.pid
  )
  process.kill(pid ?? 0, 'SIGKILL')
  await expect(page.getByTestId('host-restarted')).toBeVisible()
  await expect(nameInput()).toHaveValue('唐海兽葡萄纹铜镜')
  await nameInput().press('Control+Enter')
  await expect(statusOf(page)).toHaveText('已保存：0009 唐海兽葡萄纹铜镜')
  await page.getByTestId('host-restarted').getByRole('button', { name: '知道了' }).click()
  await expect(page.getByTestId('host-restarted')).toHaveCount(0)
})

test('what was typed survives a kill, is offered back and can be saved', async () => {
  await openObject(museum.page, '0007')
  const remarks = () => museum.page.getByTestId('record').locator('[data-field="remarks"] textarea')
  const acquired = () => museum.page.getByTestId('record').locator('[data-field="acquiredOn"] input')
  await acquired().fill('2026-0')
  await remarks().fill('口沿有旧修，铭文待释')
  await expect(museum.page.getByTestId('drafts')).toHaveText('未保存的草稿 1 份')
  // kept within half a second of the last key
  await expect.poll(async () => JSON.stringify(await museum.call('catalogue.drafts'))).toContain('铭文待释')
  const child = museum.app.process()
  child.kill('SIGKILL')
  await once(child, 'exit')
  museum = await launchMuseum({ userData: join(folder, 'home') })
  const { page } = museum
  await expect(page.getByTestId('host-uncleanEnd')).toBeVisible()
  await page.getByTestId('drafts').click()
  await page.getByRole('button', { name: '0007' }).click()
  await expect(page.getByTestId('draft-banner')).toContainText('备注')
  await screenshot(page, 'draft-offered')
  await expect(remarks()).toBeDisabled()
  await page.getByRole('button', { name: '恢复草稿' }).click()
  await expect(remarks()).toHaveValue('口沿有旧修，铭文待释')
  // not a day yet, and not lost
  await expect(acquired()).toHaveValue('2026-0')
  await acquired().fill('2026-03-01')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存：0007')
  await expect(page.getByTestId('drafts')).toHaveCount(0)
})

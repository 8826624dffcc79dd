import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aPhoto } from '../media/photographs.ts'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, openObject, statusOf } from './registrar.ts'

let museum: ScreenMuseum
let folder: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-large-'))
  museum = await launchMuseum()
  await createMuseum(museum, '青石县博物馆', join(folder, '馆'))
  await enterObjects(museum, 2)
})
test.afterEach(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the next file dialog answers, many files at once. */
async function choosePhotos(paths: string[]): Promise<void> {
  await museum.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
}

test('marks are drawn on the picture with the mouse and by key, said, switched off, removed and brought back', async () => {
  const { page } = museum
  await openObject(page, '0001')
  await choosePhotos([await aPhoto(folder, '正视.jpg', { colour: '#d8cfc0', height: 1400 })])
  await page.getByRole('button', { name: '添加图片' }).click()
  await page.getByRole('list', { name: '图片' }).getByRole('button').first().click()
  const stage = page.getByTestId('picture-stage')
  const drawnMarks = page.locator('[data-mark]')
  await page.getByText('方框', { exact: true }).click()
  const box = await stage.boundingBox()
  const [left, top] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  await page.mouse.move(left - 80, top - 60)
  await page.mouse.down()
  await page.mouse.move(left, top, { steps: 4 })
  await page.mouse.up()
  await expect(drawnMarks).toHaveCount(1)
  // it lies where it was drawn
  const rect = await drawnMarks.locator('rect').boundingBox()
  expect(Math.abs((rect?.x ?? 0) - (left - 80))).toBeLessThan(4)
  expect(Math.abs((rect?.width ?? 0) - 80)).toBeLessThan(4)
  await page.getByLabel('第 1 个标注的文字').fill('口沿磕缺')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('标注已保存')
  // by key alone
  await page.getByText('椭圆', { exact: true }).click()
  await stage.focus()
  await page.keyboard.press('Enter')
  await expect(drawnMarks).toHaveCount(2)
  await page.getByRole('button', { name: '移动第 2 个标注' }).focus()
  const before = await drawnMarks.locator('ellipse').boundingBox()
  await page.keyboard.down('ArrowRight')
  await page.keyboard.down('ArrowRight')
  await page.keyboard.up('ArrowRight')
  await expect
    .poll(async () => ((await drawnMarks.locator('ellipse').boundingBox())?.x ?? 0) - (before?.x ?? 0))
    .toBeGreaterThan(8)
  // it grows with the picture
  await page.getByText('看图', { exact: true }).click()
  await stage.focus()
  await page.keyboard.press('+')
  await expect
    .poll(async () => (await drawnMarks.locator('rect').boundingBox())?.width ?? 0)
    .toBeGreaterThan(95)
  await page.keyboard.press('0')
  await screenshot(page, 'pictures-marks')
  await page.getByLabel('显示标注').uncheck()
  await expect(drawnMarks).toHaveCount(0)
  await page.getByLabel('显示标注').check()
  await page.getByRole('button', { name: '移除第 1 个标注' }).click()
  await expect(drawnMarks).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(stage).toBeHidden()
  await page.keyboard.press('Control+z')
  await page.getByRole('list', { name: '图片' }).getByRole('button').first().click()
  await expect(drawnMarks).toHaveCount(2)
  await expect(page.getByLabel('第 1 个标注的文字')).toHaveValue('口沿磕缺')
})

test('two dates are compared, zoomed and moved together, beside each other and swiped, by key', async () => {
  const { page } = museum
  await openObject(page, '0001')
  const taken = '2019:05:06 10:00:00'
  await choosePhotos([
    await aPhoto(folder, '0001-正视-1.jpg', { colour: '#2f7a78', height: 1500, taken }),
    await aPhoto(folder, '0001-正视-2.jpg', {
      colour: '#b7791f',
      height: 1500,
      taken: '2026:03:01 09:00:00',
    }),
  ])
  await page.getByRole('button', { name: '添加图片' }).click()
  await page.getByRole('list', { name: '图片' }).getByRole('button').last().click()
  // a new version of it: the old one can be compared too
  await chooseNext(museum.app, await aPhoto(folder, '0001-正视-新.jpg', { colour: '#884422', height: 1500 }))
  await page.getByRole('button', { name: '换新文件' }).click()
  await expect(page.getByRole('list', { name: '图片' }).getByRole('button', { name: '新.jpg' })).toBeVisible()
  await page.getByRole('list', { name: '图片' }).getByRole('button', { name: '新.jpg' }).click()
  await expect(page.getByText('旧版本', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '并排比较' }).click()
  const both = page.getByTestId('compare-stage')
  await expect(both).toBeFocused()
  await expect(page.getByText('（旧版本）').first()).toBeVisible()
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  const transforms = () =>
    both.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform))
  const [one, two] = await transforms()
  expect(one).toBe('translate(-60px, 0px) scale(1.25)')
  expect(two).toBe(one)
  await page.keyboard.press('0')
  await screenshot(page, 'pictures-compare')
  await page.keyboard.press('s')
  await expect(both).toHaveAttribute('data-manner', 'swipe')
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(both).toHaveAttribute('data-divider', '60')
  await screenshot(page, 'pictures-swipe')
  const days = () => both.locator('.compare-day').allTextContents()
  const before = await days()
  await page.keyboard.press('x')
  expect(await days()).toEqual([...before].reverse())
  await page.keyboard.press('Escape')
  await expect(both).toBeHidden()
  await expect(page.getByTestId('picture-stage')).toBeVisible()
})

test('pictures of ticked objects are saved out under number, view and place in the row', async () => {
  const { page } = museum
  await openObject(page, '0001')
  await choosePhotos([
    await aPhoto(folder, '正面.jpg'),
    await aPhoto(folder, '底.jpg', { colour: '#102030' }),
  ])
  await page.getByRole('button', { name: '添加图片' }).click()
  await expect(page.getByRole('list', { name: '图片' }).getByRole('listitem')).toHaveCount(2)
  const out = join(folder, '送报')
  mkdirSync(out)
  await chooseNext(museum.app, out)
  await page.getByRole('button', { name: '全选找到的' }).click()
  await page.getByRole('button', { name: '另存图片', exact: true }).click()
  await expect(page.getByTestId('saved-out')).toContainText('已另存 1 件藏品的 2 张图片到“送报”')
  expect(readdirSync(out).sort()).toEqual(['0001-底部-1.jpg', '0001-正视-1.jpg'])
  await screenshot(page, 'pictures-saved-out')
})

test('a decoder that is killed while pictures come in is started again, and the window goes on', async () => {
  const { page, app } = museum
  await openObject(page, '0001')
  const given = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      aPhoto(folder, `${String(at)}.jpg`, {
        colour: `rgb(${String(at * 20)}, ${String(250 - at * 20)}, 128)`,
        width: 4000,
        height: 3000,
      })
    )
  )
  await choosePhotos(given)
  await page.getByRole('button', { name: '添加图片' }).click()
  const kill = () =>
    app.evaluate(({ app: program }) => {
      const decoder = program.getAppMetrics().find(({ name }) => name === 'Guancang pictures')
      if (decoder) process.kill(decoder.pid, 'SIGKILL')
      return decoder !== undefined
    })
  await expect.poll(kill, { intervals: [20] }).toBe(true)
  await expect(page.getByRole('list', { name: '图片' }).getByRole('listitem')).toHaveCount(12, {
    timeout: 60_000,
  })
  await expect(page.getByTestId('pictures-refused')).toBeHidden()
})

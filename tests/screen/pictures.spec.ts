import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aPhoto } from '../media/photographs.ts'
import { dropFile, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, openObject, statusOf } from './registrar.ts'

let museum: ScreenMuseum
let folder: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-pictures-'))
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

test('pictures go in many at once, are looked at, described, put in order and removed, by keyboard', async () => {
  const { page } = museum
  await openObject(page, '0001')
  await expect(page.getByText('还没有图片')).toBeVisible()
  const half = await aPhoto(folder, '坏.jpg', { colour: '#990000' })
  truncateSync(half, 300)
  await choosePhotos([
    await aPhoto(folder, '0001-正视-1.jpg', { colour: '#2f7a78', height: 1500 }),
    await aPhoto(folder, '底.png', { colour: '#b7791f', as: 'png', width: 700, height: 500 }),
    await aPhoto(folder, '扫描.tif', { colour: '#444444', as: 'tiff', height: 1000 }),
    half,
  ])
  await page.getByRole('button', { name: '添加图片' }).click()
  const strip = page.getByRole('list', { name: '图片' })
  await expect(strip.getByRole('listitem')).toHaveCount(3)
  await expect(page.getByTestId('pictures-refused')).toContainText('“坏.jpg”已损坏或不完整')
  await expect(page.getByText('“底.png”最长边不足 800 像素')).toBeVisible()
  // what is shown are the small ones
  const widths = () =>
    strip.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await expect.poll(widths).toEqual([320, 320, 320])
  await screenshot(page, 'pictures-strip')

  // the last one goes to the front
  await strip.getByRole('button').last().focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(strip.getByRole('button').nth(1)).toHaveAttribute('title', /扫描/)
  await strip.getByRole('button', { name: '扫描.tif' }).focus()
  await page.keyboard.press('Enter')

  // a TIFF is shown large too
  const stage = page.getByTestId('picture-stage')
  await expect
    .poll(() => stage.locator('img').evaluate((one) => (one as HTMLImageElement).naturalWidth))
    .toBe(2000)
  await expect(stage).toBeFocused()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(stage).toHaveAttribute('data-scale', '1.56')
  await page.keyboard.press('0')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('第 1 / 3 张')).toBeVisible()
  await page.getByLabel('说明').fill('修复以前')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('图片已保存')
  await screenshot(page, 'pictures-large')
  await page.keyboard.press('Escape')
  await expect(stage).toBeHidden()
  // the record is still there
  await expect(strip.getByRole('listitem')).toHaveCount(3)

  await strip.getByRole('button', { name: '修复以前' }).focus()
  await page.keyboard.press('Delete')
  await expect(strip.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(strip.getByRole('listitem')).toHaveCount(3)
  await expect(strip.getByRole('button', { name: '修复以前' })).toBeVisible()
})

test('a folder of photos is rehearsed, taken in as one batch, and undone whole', async () => {
  const { page } = museum
  const photos = join(folder, '照片')
  mkdirSync(photos)
  await aPhoto(photos, '0001-正视-1.jpg')
  await aPhoto(photos, '０００２　底.jpg', { colour: '#224466' })
  await aPhoto(photos, '8888.jpg', { colour: '#668822' })
  writeFileSync(join(photos, '0002-2.jpg'), 'no picture')
  await choosePhotos([photos])
  await page.getByRole('button', { name: '导入' }).first().click()
  await page.getByRole('button', { name: '收入一个文件夹的照片' }).click()
  await page.getByRole('button', { name: '选择文件夹' }).click()
  const told = page.getByTestId('photos')
  await expect(told).toContainText('共 4 个文件：可收入 2 张，已有 0 张，对不上藏品 1 个，不能收入 1 个')
  await expect(told).toContainText('0002（底部）')
  await screenshot(page, 'pictures-photos')
  await page.getByRole('button', { name: '收入 2 张' }).click()
  await expect(told).toContainText('已从“照片”收入 2 张照片')
  const batches = (await museum.call('imports.batches')) as {
    value: { batches: { id: string; name: string }[] }
  }
  expect(batches.value.batches).toMatchObject([{ name: '照片', counts: { created: 2 } }])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '馆藏目录' }).click()
  await openObject(page, '0002')
  await expect(page.getByRole('list', { name: '图片' }).getByRole('listitem')).toHaveCount(1)
  await museum.call('imports.undo', { batch: batches.value.batches[0]?.id })
  await expect(page.getByText('还没有图片')).toBeVisible()
})

test('a picture dropped on the record goes in, and what is no picture is refused by name', async () => {
  const { page } = museum
  await openObject(page, '0001')
  const empty = page.getByText('还没有图片')
  await expect(empty).toBeVisible()
  const box = await empty.boundingBox()
  const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 8 }
  await dropFile(page, await aPhoto(folder, '侧面.jpg'), at)
  const strip = page.getByRole('list', { name: '图片' })
  await expect(strip.getByRole('button', { name: '侧视 侧面.jpg' })).toBeVisible()
  writeFileSync(join(folder, '画.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await dropFile(page, join(folder, '画.svg'), at)
  await expect(page.getByTestId('pictures-refused')).toContainText('画.svg')
  await page.getByRole('button', { name: '深色' }).click()
  await screenshot(page, 'pictures-dark')
})

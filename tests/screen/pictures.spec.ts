import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aPhoto } from '../media/photographs.ts'
import { agreeNext, chooseNext, dropFile, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
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
  await expect(strip.getByRole('listitem')).toHaveCount(2)
  const refused = page.getByTestId('pictures-refused')
  await expect(refused).toContainText('“坏.jpg”已损坏或不完整')
  // I2: a small one goes in with a reason, and not without
  await expect(refused).toContainText('“底.png”最长边不足 800 像素，没有收入')
  await screenshot(page, 'pictures-small')
  await refused.getByLabel('收入小图的理由').fill('1985 年底片已失')
  await refused.getByRole('button', { name: '写明理由并收入' }).click()
  await expect(page.getByText('“底.png”最长边不足 800 像素，已按所写理由收入')).toBeVisible()
  await expect(strip.getByRole('listitem')).toHaveCount(3)
  // what is shown are the small ones
  const widths = () =>
    strip.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await expect.poll(widths).toEqual([320, 320, 320])
  await screenshot(page, 'pictures-strip')

  // the last one goes to the front
  await strip.getByRole('button').last().focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(strip.getByRole('button').nth(1)).toHaveAttribute('title', /底/)
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
  await expect(page.getByText('第 2 / 3 张')).toBeVisible()
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
  await page.getByRole('button', { name: '收入照片' }).click()
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

test('what is dropped on the record is told apart by its bytes: a picture, or an attachment', async () => {
  const { page, app } = museum
  await openObject(page, '0001')
  const empty = page.getByText('还没有图片')
  await expect(empty).toBeVisible()
  const box = await empty.boundingBox()
  const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 8 }
  await dropFile(page, await aPhoto(folder, '侧面.jpg'), at)
  const strip = page.getByRole('list', { name: '图片' })
  await expect(strip.getByRole('button', { name: '侧视 侧面.jpg' })).toBeVisible()
  writeFileSync(join(folder, '入藏凭证.jpg'), '%PDF-1.7 not a picture at all')
  await dropFile(page, join(folder, '入藏凭证.jpg'), at)
  const papers = page.getByRole('region', { name: '附件' })
  await expect(papers.getByText('入藏凭证.jpg')).toBeVisible()
  await expect(papers.getByText('凭证', { exact: true })).toBeVisible()
  writeFileSync(join(folder, '程序.exe'), 'MZ')
  await dropFile(page, join(folder, '程序.exe'), at)
  await expect(papers.getByRole('button', { name: '打开“程序.exe”' })).toBeDisabled()
  await expect(papers.getByText('只能另存')).toBeVisible()

  // said, and found in the history
  await papers.getByLabel('“入藏凭证.jpg”的标题').fill('入藏凭证第 3 号')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('附件已保存')
  await papers.getByLabel('“入藏凭证.jpg”的日期').fill('1985-04-01')
  await screenshot(page, 'pictures-attachments')

  // opened only after a question, and then a copy
  const asked = await app.evaluate(({ dialog, shell }) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    shell.openPath = (path) => {
      told.push(path)
      return Promise.resolve('')
    }
    return told.length
  })
  expect(asked).toBe(0)
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'told') as string[])
  const open = papers.getByRole('button', { name: '打开“入藏凭证.jpg”' })
  await open.click()
  await agreeNext(app, true)
  await open.click()
  await expect.poll(opened).toHaveLength(1)
  const [path = ''] = await opened()
  expect(path).toMatch(/guancang-open-.*入藏凭证\.jpg$/)
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 not a picture at all')
  // a page that asks for a program by itself is refused
  const { value } = (await museum.call('media.ofObject', {
    objectId: '01900000-0000-7000-8000-000000000001',
  })) as { value: { attachments: { name: string; sha256: string }[] } }
  const program = value.attachments.find(({ name }) => name === '程序.exe')
  for (const name of ['程序.exe', '程序.pdf'])
    expect(await museum.call('shell.openAttachment', { sha256: program?.sha256, name })).toMatchObject({
      ok: false,
      fault: { code: 'attachment.notOpened' },
    })

  await chooseNext(app, join(folder, '另存.jpg'))
  await papers.getByRole('button', { name: '另存“入藏凭证.jpg”' }).click()
  await expect(statusOf(page)).toContainText('已另存')
  expect(readFileSync(join(folder, '另存.jpg'), 'utf8')).toBe('%PDF-1.7 not a picture at all')
  await papers.getByRole('button', { name: '移除“程序.exe”' }).click()
  await expect(papers.getByText('程序.exe')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(papers.getByText('程序.exe')).toBeVisible()
  await page.getByRole('tab', { name: '修改历史' }).click()
  await expect(page.getByText('附件的标题')).toBeVisible()
  await screenshot(page, 'pictures-history')
  await page.getByRole('button', { name: '深色' }).click()
  await screenshot(page, 'pictures-dark')
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { jpegOfDrawing } from '../../electron/files/pictures.ts'
import { launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { createMuseum, openObject } from '../../tests/screen/registrar.ts'
import { laptop, photograph } from './camera.ts'

/** A bowl on paper, with a scale beside it; `chip` takes a piece out of its rim. */
const bowl = (clay: string, chip: boolean): string => `<svg xmlns="http://www.w3.org/2000/svg"
  width="2400" height="1800" viewBox="0 0 240 180"><rect width="240" height="180" fill="#e9e4d8"/>
  <path d="M40 60 Q50 140 100 140 H140 Q190 140 200 60 Z" fill="${clay}"/>
  <ellipse cx="120" cy="60" rx="80" ry="14" fill="#f6f2ea" stroke="${clay}" stroke-width="3"/>
  ${chip ? '<path d="M168 46 L186 58 L170 74 Z" fill="#e9e4d8"/>' : ''}
  <rect x="86" y="138" width="68" height="10" fill="${clay}"/>
  <rect x="30" y="164" width="60" height="5" fill="#222"/><rect x="60" y="164" width="30" height="5" fill="#fff"/></svg>`

const OBJECT = '01900000-0000-7000-8000-000000000001'
let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-pictures-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
  await createMuseum(museum, '云河县博物馆', join(folder, '云河县博物馆'))
  const values = { number: '0012', name: '宋白釉碗', eraText: '宋', materials: '瓷', actualQuantity: 1 }
  await museum.call('catalogue.register', { id: OBJECT, values })
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

async function choose(paths: string[]): Promise<void> {
  await museum.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
}
async function drawing(name: string, clay: string, chip: boolean): Promise<string> {
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, await jpegOfDrawing(bowl(clay, chip)))
  return path
}

test('pictures, marks, two dates compared, papers, photos by their names', async () => {
  const { page } = museum
  await openObject(page, '0012')
  await choose([
    await drawing('0012-正视-1.jpg', '#cfc6b0', false),
    await drawing('0012-底-1.jpg', '#b8ad94', false),
  ])
  await page.getByRole('button', { name: '添加图片' }).click()
  const strip = page.getByRole('list', { name: '图片' })
  await expect(strip.getByRole('listitem')).toHaveCount(2)
  for (const [name, text] of [
    ['入藏凭证第 12 号.pdf', '%PDF-1.7'],
    ['鉴定意见.docx', 'PK'],
  ] as const)
    writeFileSync(join(folder, name), text)
  await choose([join(folder, '入藏凭证第 12 号.pdf'), join(folder, '鉴定意见.docx')])
  await page.getByRole('button', { name: '添加附件' }).click()
  await expect(page.getByRole('button', { name: '打开“鉴定意见.docx”' })).toBeVisible()
  await photograph(page, '140-pictures')

  await strip.getByRole('button').first().click()
  await choose([await drawing('0012-正视-2026.jpg', '#cfc6b0', true)])
  await page.getByRole('button', { name: '换新文件' }).click()
  await strip.getByRole('button', { name: '2026' }).click()
  const stage = page.getByTestId('picture-stage')
  await page.getByText('方框', { exact: true }).click()
  const box = await stage.boundingBox()
  const [width, height] = [box?.width ?? 0, box?.height ?? 0]
  const at = { x: (box?.x ?? 0) + width * 0.62, y: (box?.y ?? 0) + height * 0.24 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + width * 0.12, at.y + height * 0.18, { steps: 4 })
  await page.mouse.up()
  await page.getByLabel('第 1 个标注的文字').fill('口沿磕缺，约 2 厘米')
  await page.keyboard.press('Enter')
  await page.getByText('看图', { exact: true }).click()
  await photograph(page, '141-marks')

  await page.getByRole('button', { name: '并排比较' }).click()
  await expect(page.getByTestId('compare-stage')).toBeFocused()
  await photograph(page, '142-compare')
  await page.keyboard.press('s')
  await photograph(page, '143-swipe')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  const photos = join(folder, '照片')
  mkdirSync(photos)
  for (const [name, clay] of [
    ['0012-侧视-1.jpg', '#c0b499'],
    ['9999.jpg', '#777777'],
  ] as const)
    writeFileSync(join(photos, name), await jpegOfDrawing(bowl(clay, false)))
  await choose([photos])
  await page.getByRole('button', { name: '导入' }).first().click()
  await page.getByRole('button', { name: '收入照片' }).click()
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await expect(page.getByTestId('photos')).toContainText('可收入 1 张')
  await photograph(page, '144-photos')
})

test('the same in English', async () => {
  await museum.close()
  museum = await launchMuseum({ userData: join(folder, 'home'), args: ['--lang=en'] })
  await laptop(museum.app)
  const { page } = museum
  await openObject(page, '0012')
  await expect(page.getByRole('button', { name: 'Add attachments' })).toBeVisible()
  await photograph(page, '145-english')
  await page.getByRole('list', { name: 'Pictures' }).getByRole('button').first().click()
  await photograph(page, '146-english-large')
})

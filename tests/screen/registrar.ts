import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ROOT, chooseNext, type ScreenMuseum } from './kit.ts'

/** What a registrar does with the window, in the words of the screen. */

/** Makes a museum through the start screen. `folder` does not exist yet. */
export async function createMuseum(museum: ScreenMuseum, name: string, folder: string): Promise<void> {
  const { page, app } = museum
  await chooseNext(app, folder)
  await page.getByLabel('博物馆名称').fill(name)
  await page.getByRole('button', { name: '选择位置' }).click()
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

const NAMES = [
  '青铜鼎',
  '青花瓷瓶',
  '玉璧',
  '陶罐',
  '铁剑',
  '瓦当',
  '石磨',
  '青铜爵',
  '白釉碗',
  '铜镜',
] as const
const GRADES = ['一级', '二级', '三级', '一般', '未定级'] as const

/** Enters objects 0001 … through the page's own bridge. Every third comes from 唐, the others from 清. */
export async function enterObjects(museum: ScreenMuseum, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const tang = at % 3 === 0
    const reply = await museum.call('catalogue.register', {
      id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      values: {
        number: String(at).padStart(4, '0'),
        name: `${tang ? '唐' : '清'}${NAMES[at % NAMES.length] ?? ''}`,
        grade: GRADES[at % GRADES.length] ?? null,
        eraText: tang ? '唐' : '清乾隆二十三年',
        materials: '铜',
        actualQuantity: 1,
      },
    })
    expect(reply).toMatchObject({ ok: true })
  }
}

/** Opens an object from the list. */
export async function openObject(page: Page, number: string): Promise<void> {
  await page.getByRole('gridcell', { name: number, exact: true }).click()
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText(number)
}

/**
 * Types with an input method as Chromium sees one: letters are being composed, Enter belongs to the input method
 * (keyCode 229), then the chosen characters arrive.
 */
export async function typeComposed(page: Page, letters: string, chosen: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (let end = 1; end <= letters.length; end += 1) {
    await session.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    })
  }
  const enter = { windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await session.send('Input.insertText', { text: chosen })
  await session.detach()
}

/** The field the keyboard is in: its id in the record. */
export function fieldNow(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'])
}

export const statusOf = (page: Page) => page.getByTestId('status')
export const foundOf = (page: Page) => page.getByTestId('found')

/** A picture of the window as it is on the screen, also when it is zoomed, which Playwright's own is not. */
export async function photograph(museum: ScreenMuseum, name: string): Promise<void> {
  // what has just been drawn must have reached the screen
  await museum.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  )
  await museum.page.waitForTimeout(200)
  const picture = await museum.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  const folder = join(ROOT, 'test-results', 'screens')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), Buffer.from(picture, 'base64'))
}

/** Ctrl and + until the page is that much larger. */
export async function zoom(museum: ScreenMuseum, factor: number): Promise<void> {
  await museum.app.evaluate(({ BrowserWindow }, by) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by)
  }, factor)
}

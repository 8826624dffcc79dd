import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf } from './registrar.ts'

test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-whole-screen-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, 30)
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const out = () => join(folder, '出')

test('a whole museum is written into a folder', async () => {
  const { page } = museum
  mkdirSync(out())
  await page.keyboard.press('Control+4')
  await chooseNext(museum.app, out())
  await page.getByRole('button', { name: '导出整馆…' }).click()
  const made = page.getByTestId('whole-made')
  await expect(made).toContainText('藏品 30 件/套')
  await made.scrollIntoViewIfNeeded()
  await screenshot(page, 'whole-made')
  expect(readdirSync(out())).toHaveLength(1)
})

test('and comes back from it into an empty folder', async () => {
  const { page } = museum
  await museum.call('workspace.close', {})
  await page.reload()
  const from = join(out(), readdirSync(out())[0] ?? '')
  const to = join(folder, '恢复的馆')
  mkdirSync(to)
  await museum.app.evaluate(
    ({ dialog }, paths) => {
      const left = [...paths]
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [left.shift() ?? ''] })
    },
    [from, to]
  )
  await expect(page.getByRole('button', { name: '从整馆导出恢复…' })).toBeVisible()
  await screenshot(page, 'whole-bring')
  await page.getByRole('button', { name: '从整馆导出恢复…' }).click()
  await expect(foundOf(page)).toHaveText('共 30 件/套')
  await screenshot(page, 'whole-back')
})

import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, isReady, launchMuseum, type ScreenMuseum } from './kit.ts'

// Our own page over a museum with hostile records.
let museum: ScreenMuseum
test.beforeAll(async () => {
  museum = await launchMuseum()
})
test.afterAll(() => museum.close())

test('S13 a record named like a tag is shown as text, in the list and in the record', async () => {
  const { app, page, userData } = museum
  const call: ScreenMuseum['call'] = (channel, input) => museum.call(channel, input)
  await chooseNext(app, join(userData, '测试县博物馆'))
  const chosen = (await call('shell.choose', { purpose: 'newMuseumFolder' })) as {
    value: { file: { token: string } }
  }
  const tag = '<img src=x onerror="window.ranName = true">'
  const made = { folder: chosen.value.file.token, name: `测试县${tag}`, province: 'shanxi' }
  expect(await call('workspace.create', made)).toMatchObject({ ok: true })
  const values = {
    number: '0001',
    name: `铜鼎${tag}`,
    place: tag,
    author: tag,
    materials: tag,
    sizeText: tag,
  }
  const id = '0195e9a0-0000-7000-8000-000000000001'
  expect(await call('catalogue.register', { id, values })).toMatchObject({ ok: true })

  await page.reload()
  await isReady(page)
  await page.getByText(`铜鼎${tag}`).first().click()
  await expect(page.getByText('0001').first()).toBeVisible()
  await page.keyboard.press('Enter')
  const shown = () =>
    page.evaluate(
      (text) =>
        [...document.querySelectorAll('input, textarea')].some(
          (field) => (field as HTMLInputElement).value === text
        ),
      `铜鼎${tag}`
    )
  await expect.poll(shown, 'the record with its fields').toBe(true)
  await page.mouse.move(700, 120)
  await page.waitForTimeout(800)
  const found = await page.evaluate(() => ({
    ran: 'ranName' in window,
    images: document.querySelectorAll('img[src="x"], [onerror]').length,
  }))
  expect(found).toEqual({ ran: false, images: 0 })
})

test('S6 the page keeps to its own policy: nothing it does itself is refused', async () => {
  const { page } = museum
  const refused: string[] = []
  const hear = (line: { text(): string }) => {
    if (/Content Security Policy|Refused to/.test(line.text())) refused.push(line.text())
  }
  page.on('console', hear)
  await page.reload()
  await isReady(page)
  const places = await page
    .getByRole('navigation')
    .getByRole('link')
    .or(page.getByRole('navigation').getByRole('button'))
    .all()
  expect(places.length).toBeGreaterThan(2)
  for (const place of places) {
    await place.click()
    await page.waitForTimeout(300)
    await page.keyboard.press('Escape')
  }
  page.off('console', hear)
  expect(refused).toEqual([])
})

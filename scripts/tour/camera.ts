import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

/** Where the pictures go: `--out` of the tour. */
export const OUT = resolve(process.env['TOUR_OUT'] ?? 'test-results/tour')

/** The smallest screen we promise to be usable on. */
export async function laptop(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
}

/** A numbered picture of the window as it is now, and one of it on a dark desk. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(OUT, { recursive: true })
  for (const [colorScheme, file] of [
    ['light', `${name}.png`],
    ['dark', `${name}-dark.png`],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    // let the last animation end
    await page.waitForTimeout(350)
    await page.screenshot({ path: join(OUT, file) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The pages of a workbook as LibreOffice prints them, as pictures; nothing where there is no LibreOffice. */
export function printed(workbook: string, name: string, pages: number): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-tour-'))
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, workbook], {
      stdio: 'ignore',
    })
    const pdf = readdirSync(folder).find((file) => file.endsWith('.pdf'))
    if (pdf === undefined) return false
    execFileSync('pdftoppm', ['-png', '-r', '70', '-l', String(pages), join(folder, pdf), join(OUT, name)])
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A county museum's own list, which belongs to others: the tour takes it where it lies beside the project. */
export const REGISTRY = resolve('../shared/data/registry/county-registry-465.xlsx')
export const hasRegistry = existsSync(REGISTRY)

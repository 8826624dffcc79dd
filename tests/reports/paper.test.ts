import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'
import { holds, printed } from './workbooks.ts'

const present = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}
const missing = ['soffice', 'pdfinfo', 'pdftotext'].filter((program) => !present(program))

/** On paper as another program prints it. */
describe.skipIf(missing.length > 0)(
  `R1 on paper${missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''}`,
  () => {
    let museum: TestMuseum
    let folder: string
    let pdf: string
    const longName = `商${'兽面纹夔龙纹蟠螭纹'.repeat(3)}青铜鼎`

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'paper-'))
      museum = await aMuseum({ name: '云河县博物馆' })
      await holds(
        museum,
        Array.from({ length: 65 }, (_, at) => {
          const number = String(at + 1).padStart(4, '0')
          const values = {
            number,
            era: '302000',
            sets: 1,
            actualQuantity: 1,
            grade: '二级',
            remarks: `备注尾${at + 1}`,
          }
          return aBronze(at === 7 ? { ...values, name: longName } : values)
        })
      )
      copyFileSync(await printed(museum, 'R1'), join(folder, 'R1.xlsx'))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'R1.xlsx')],
        {
          stdio: 'ignore',
          timeout: 120_000,
        }
      )
      pdf = join(folder, 'R1.pdf')
    }, 180_000)
    afterAll(async () => {
      await museum.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** `layout` as it stands on the page, `raw` cell after cell. */
    const pageText = (page: number, order: 'layout' | 'raw' = 'layout'): string =>
      execFileSync('pdftotext', ['-f', String(page), '-l', String(page), `-${order}`, pdf, '-'], {
        encoding: 'utf8',
      })

    it('takes exactly as many A3 pages as the ledger has', () => {
      const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
      expect(info).toMatch(/Pages:\s+4\n/)
      expect(info).toMatch(/Page size:\s+1190\.\d+ x 841\.\d+ pts \(A3\)/)
    })

    it('has title, heads and foot on every page, and all columns from the first to the last', () => {
      for (let page = 1; page <= 4; page++) {
        const text = pageText(page)
        const bare = text.replace(/\s/g, '')
        for (const said of [
          '藏品总登记账',
          '填报单位（盖章）：云河县博物馆',
          '登记日期',
          '总登记号',
          '实际数量',
          '注销凭证号',
          '备注',
        ]) {
          expect(text).toContain(said)
        }
        for (const said of ['本页小计', '累计', '总账管理员（签章）', `第${page}页共4页`])
          expect(bare).toContain(said)
        const own = Array.from(
          { length: Math.min(20, 65 - (page - 1) * 20) },
          (_, at) => (page - 1) * 20 + at + 1
        )
        for (const number of own) {
          expect(text).toContain(String(number).padStart(4, '0'))
          expect(text).toContain(`备注尾${number}`)
        }
        expect(text).not.toContain(String(page * 20 + 1).padStart(4, '0'))
      }
    })

    it('shows numbers whole and long names to their end', () => {
      expect(pageText(1)).not.toContain('###')
      // two lines of one cell, broken where the fonts of this machine break them
      expect(pageText(1, 'raw').replace(/\s/g, '')).toContain(longName)
    })
  }
)

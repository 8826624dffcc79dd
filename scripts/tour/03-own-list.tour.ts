import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseNext, launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { createMuseum } from '../../tests/screen/registrar.ts'
import { laptop, photograph } from './camera.ts'

/** A made-up list with the dirt of real ones: for the README, where no museum's own data may stand. */
const LIST = [
  '云河县博物馆馆藏文物登记表,,,,,,,,,',
  '填报单位：云河县博物馆,,,,,,,,填报日期：2024年3月,',
  '总登记号,名称,年代,质地,数量,尺寸,重量,级别,来源,入藏时间',
  '0001,商青铜爵,商代晚期,青铜,1,高20.3厘米，流尾长17厘米,760克,二级文物,考古发掘,1987.5',
  '0002,清青花缠枝莲纹瓶,清乾隆二十三年,瓷,1件,高32.5、口径12、底径8.4,2斤,叁级,征集,87年',
  '0003,汉绿釉陶仓,汉,陶,1套（3件）,通高48.6cm,,一般文物,出土,1992年',
  '0004,民国铜墨盒,民国二十年,铜,1,7.5×7.5×3.2,0.31公斤,未定,捐赠,1965年10月',
  '0005,宋-元白釉碗,宋-元,瓷,2,口径18.5厘米,340,三级,旧藏,1953',
  '0006,明崇桢通宝,明崇桢,铜,12枚,直径2.4厘米,45g,一般,移交,20010618',
  '0006,重号的一件,清,木,1,,,,,',
  ',没有编号的一件,清,木,1,,,,,',
  '0007,王羲之法帖拓本,年代不详,纸,1册,纵32 横18,,未定级,调拨,1958.3',
  '合计,,,,19,,,,,',
  '填报人：,,审核人：,,,,,,,',
]

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
  await createMuseum(museum, '云河县博物馆', join(folder, '云河县博物馆'))
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a small dirty list: what is understood, what is asked, what is refused', async () => {
  const { page, app } = museum
  const file = join(folder, '馆藏登记表.csv')
  writeFileSync(file, LIST.join('\r\n'))
  await page.getByRole('button', { name: '导入登记表' }).click()
  await chooseNext(app, file)
  await page.getByRole('button', { name: '选择文件' }).click()
  await expect(page.getByText('表头在第 3 行')).toBeVisible()
  await page.getByRole('button', { name: '下一步：对应各列' }).click()
  await page.getByRole('button', { name: '开始预演' }).click()
  await expect(page.getByTestId('rehearsal-summary')).toContainText('新增 7，变更 0，相同 0，拒绝 2')
  await photograph(page, '30-own-rehearsal')
})

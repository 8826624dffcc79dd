import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import { aFolder, rowsIn } from './crafted.ts'

const file = aFolder()
const wrapped = (records: string, before = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${before}<lido:lidoWrap xmlns:lido="http://www.lido-schema.org" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${records}</lido:lidoWrap>`
  )

/** The rows by their headings, empty cells left out. */
async function told(path: string): Promise<Record<string, string>[]> {
  const [head, ...rows] = await rowsIn(path)
  return rows.map(({ cells }) =>
    Object.fromEntries(
      cells.flatMap(({ text }, at) => (text === '' ? [] : [[head?.cells[at]?.text ?? '', text]]))
    )
  )
}

const refusal = async (bytes: Buffer): Promise<unknown> =>
  told(file('不可.xml', bytes)).then(
    () => null,
    (error: unknown) => (error as { code?: string }).code
  )

describe('a LIDO file as a table', () => {
  it('takes what is said in Chinese, then in English, and joins what is said several times', async () => {
    const event = (date: string): string =>
      `<lido:eventWrap><lido:eventSet><lido:event><lido:eventType><skos:Concept rdf:about="http://terminology.lido-schema.org/lido00007"><skos:prefLabel xml:lang="de">Herstellung</skos:prefLabel></skos:Concept></lido:eventType>
       <lido:eventDate>${date}</lido:eventDate></lido:event></lido:eventSet></lido:eventWrap>`
    const record = (id: string, title: string, date: string): string =>
      `<lido:lido><lido:lidoRecID lido:type="x">${id}</lido:lidoRecID><lido:descriptiveMetadata xml:lang="de"><lido:objectIdentificationWrap><lido:titleWrap><lido:titleSet>${title}</lido:titleSet></lido:titleWrap>
       <lido:objectMeasurementsWrap><lido:objectMeasurementsSet><lido:objectMeasurements>${['高', '口径'].map((type, at) => `<lido:measurementsSet><lido:measurementType>${type}</lido:measurementType><lido:measurementUnit>cm</lido:measurementUnit><lido:measurementValue>${at + 12}</lido:measurementValue></lido:measurementsSet>`).join('')}</lido:objectMeasurements></lido:objectMeasurementsSet></lido:objectMeasurementsWrap>
       </lido:objectIdentificationWrap>${event(date)}</lido:descriptiveMetadata></lido:lido>`
    const path = file(
      '两件.xml',
      wrapped(
        record(
          'a',
          '<lido:appellationValue xml:lang="en">Ding</lido:appellationValue><lido:appellationValue xml:lang="zh">鼎 &amp; 盖</lido:appellationValue>',
          '<lido:date><lido:earliestDate>-0220</lido:earliestDate><lido:latestDate>0025</lido:latestDate></lido:date>'
        ) +
          record(
            'b',
            '<lido:appellationValue xml:lang="de">Schrank</lido:appellationValue>',
            '<lido:displayDate>um 1600</lido:displayDate>'
          )
      )
    )
    expect(await told(path)).toEqual([
      { 名称: '鼎 & 盖', 具体年代: '公元前221年—25年', 具体尺寸: '高12cm，口径13cm', 'LIDO 记录号': 'a' },
      { 名称: 'Schrank', 具体年代: 'um 1600', 具体尺寸: '高12cm，口径13cm', 'LIDO 记录号': 'b' },
    ])
    const table = await openTable(path)
    expect(table).toMatchObject({ kind: 'lido', file: '两件.xml', sheets: [{ name: 'LIDO' }] })
    await table.close()
  })

  it('refuses entities, broken and endless records', async () => {
    const one = '<lido:lido><lido:lidoRecID>x</lido:lidoRecID></lido:lido>'
    const laughs = '<!DOCTYPE lido [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(await refusal(wrapped(one, laughs))).toBe('file.unsupported')
    expect(await refusal(wrapped(one).subarray(0, -5))).toBe('file.damaged')
    expect(await refusal(wrapped(one.replace('</lido:lido>', '')))).toBe('file.damaged')
    expect(await refusal(wrapped(`<lido:lido>${'<a>'.repeat(30_000)}`))).toBe('file.bomb')
    expect(await refusal(wrapped(`<lido:lido><a>${'x'.repeat(5_000_000)}</a></lido:lido>`))).toBe('file.bomb')
    expect(await refusal(Buffer.concat([wrapped(one), Buffer.from([0xff])]))).toBe('file.damaged')
    expect(await told(file('空.xml', wrapped('')))).toEqual([])
  })

  const real = (name: string): string => resolve('../shared/data/lido', name)
  it.skipIf(!existsSync(real('example1.xml')))(
    'reads the records of KENOM, with terms and with SKOS concepts (needs ../shared/data)',
    async () => {
      for (const name of ['example1.xml', 'defaultLido.xml']) {
        expect(await told(real(name)), name).toMatchObject([
          {
            藏品编号: '1977.20',
            具体年代: 'um 1600',
            著者: expect.stringContaining('Fiammingo, Giacomo') as string,
          },
        ])
      }
      const [record] = await told(real('example1.xml'))
      expect(record?.['具体尺寸']).toContain('190cm')
      expect(record?.['LIDO 记录号']).toBe('DE-MUS-059918/dc00018494')
    }
  )
})

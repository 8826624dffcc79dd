/** An element of a LIDO record: local name, language and text, and what stands in it. */
export interface LidoNode {
  readonly name: string
  readonly lang: string | null
  /** `lido:type`, or the address of a skos:Concept. */
  readonly type: string
  readonly children: LidoNode[]
  text: string
}

/** All elements that lie below by that path of names. */
function under(node: LidoNode | undefined, ...path: readonly string[]): LidoNode[] {
  let found = node ? [node] : []
  for (const name of path)
    found = found.flatMap(({ children }) => children.filter((one) => one.name === name))
  return found
}

/** Of the same said in several languages, Chinese first, then English, then whatever stands first. */
function inOneLanguage(nodes: readonly LidoNode[]): string {
  const said = nodes.filter(({ text }) => text.trim() !== '')
  const by = (language: string) => said.find(({ lang }) => lang?.startsWith(language))
  return (by('zh') ?? by('en') ?? said[0])?.text.trim() ?? ''
}

/** The name of a concept: `term`, or the label of a skos:Concept, or its own text. */
function nameOf(node: LidoNode): string {
  const labels = [...under(node, 'term'), ...under(node, 'Concept', 'prefLabel')]
  return labels.length > 0 ? inOneLanguage(labels) : node.text.trim()
}

const joined = (texts: readonly string[], by: string): string =>
  [...new Set(texts.filter((text) => text !== ''))].join(by)

const identification = (record: LidoNode, ...path: readonly string[]): LidoNode[] =>
  under(record, 'descriptiveMetadata', 'objectIdentificationWrap', ...path)

function titles(record: LidoNode, wanted: (set: LidoNode) => boolean): string {
  const sets = identification(record, 'titleWrap', 'titleSet').filter(wanted)
  return joined(
    sets.slice(0, 1).map((set) => inOneLanguage(under(set, 'appellationValue'))),
    '；'
  )
}

const OTHER_TITLES = ['原名', '外文名']

/** Notes that say what they are in our own words go into fields of their own. */
const OWN_NOTES = ['完残状况', '铭文题跋', '流传经历', '鉴定意见', '备注']

function notes(record: LidoNode, kind: string | null): string {
  const sets = identification(record, 'objectDescriptionWrap', 'objectDescriptionSet').filter(({ type }) =>
    kind === null ? !OWN_NOTES.includes(type) : type === kind
  )
  return joined(
    sets.map((set) => inOneLanguage(under(set, 'descriptiveNoteValue'))),
    '\n'
  )
}

interface Measured {
  readonly type: string
  readonly unit: string
  readonly value: string
}

const measured = (record: LidoNode): Measured[] =>
  identification(
    record,
    'objectMeasurementsWrap',
    'objectMeasurementsSet',
    'objectMeasurements',
    'measurementsSet'
  ).map((set) => ({
    type: joined(under(set, 'measurementType').map(nameOf), '、'),
    unit: joined(under(set, 'measurementUnit').map(nameOf), '、'),
    value: inOneLanguage(under(set, 'measurementValue')),
  }))

/** Measurements with a column of their own; the others are told in words. */
const OWN_MEASURES = ['通长', '通宽', '通高', '具体质量', '实际数量']

const ownMeasure = (record: LidoNode, type: string): Measured | undefined =>
  measured(record).find((one) => one.type === type)

function sizes(record: LidoNode): string {
  const sets = identification(record, 'objectMeasurementsWrap', 'objectMeasurementsSet')
  const shown = joined(
    sets.map((set) => inOneLanguage(under(set, 'displayObjectMeasurements'))),
    '；'
  )
  if (shown !== '') return shown
  const others = measured(record).filter(({ type }) => !OWN_MEASURES.includes(type))
  return others.map(({ type, value, unit }) => `${type}${value}${unit}`).join('，')
}

/** Events by what they are: the term of ICOM's list, or a word for it. */
const EVENTS = {
  made: /lido00007$|lido00012$|制作|production|creation|herstellung/i,
  found: /lido00002$|采集|finding|collecting|fund/i,
  acquired: /lido00001$|入藏|acquisition|erwerb/i,
} as const

function eventOf(record: LidoNode, kind: keyof typeof EVENTS): LidoNode | undefined {
  return under(record, 'descriptiveMetadata', 'eventWrap', 'eventSet', 'event').find((event) =>
    under(event, 'eventType').some((type) => {
      const ids = [
        ...under(type, 'conceptID').map(({ text }) => text.trim()),
        ...under(type, 'Concept').map((one) => one.type),
      ]
      const terms = [...under(type, 'term'), ...under(type, 'Concept', 'prefLabel')].map(({ text }) => text)
      return [...ids, ...terms].some((text) => EVENTS[kind].test(text))
    })
  )
}

function dateOf(event: LidoNode | undefined): string {
  const shown = inOneLanguage(under(event, 'eventDate', 'displayDate'))
  if (shown !== '') return shown
  const [from = '', to = ''] = ['earliestDate', 'latestDate'].map((name) =>
    inOneLanguage(under(event, 'eventDate', 'date', name))
  )
  const years = [from, to].filter((text) => text !== '').map(yearInWords)
  return [...new Set(years)].join('—')
}

/** ISO 8601 counts a year 0: -0220 is 公元前221年. What is no bare year stays as it is. */
function yearInWords(text: string): string {
  const year = /^-?\d{1,6}$/.test(text) ? Number(text) : null
  if (year === null) return text
  return year > 0 ? `${year}年` : `公元前${1 - year}年`
}

function makers(record: LidoNode): string {
  const people = under(eventOf(record, 'made'), 'eventActor')
  return joined(
    people.map((person) => {
      const shown = inOneLanguage(under(person, 'displayActorInRole'))
      return shown || inOneLanguage(under(person, 'actorInRole', 'actor', 'nameActorSet', 'appellationValue'))
    }),
    '；'
  )
}

function materials(record: LidoNode): string {
  const told = under(eventOf(record, 'made'), 'eventMaterialsTech')
  const shown = inOneLanguage(told.flatMap((one) => under(one, 'displayMaterialsTech')))
  return (
    shown ||
    joined(
      told.flatMap((one) => under(one, 'materialsTech', 'termMaterialsTech').map(nameOf)),
      '、'
    )
  )
}

function placeOf(event: LidoNode | undefined): string {
  const places = under(event, 'eventPlace')
  return joined(
    places.map((place) => {
      const shown = inOneLanguage(under(place, 'displayPlace'))
      return shown || inOneLanguage(under(place, 'place', 'namePlaceSet', 'appellationValue'))
    }),
    '；'
  )
}

const classified = (record: LidoNode, type: string): string =>
  joined(
    under(record, 'descriptiveMetadata', 'objectClassificationWrap', 'classificationWrap', 'classification')
      .filter((one) => one.type === type)
      .map(nameOf),
    '、'
  )

/** Columns of the table that a LIDO file becomes: a heading that the import knows, and what a record says for it. */
export const LIDO_COLUMNS: readonly (readonly [heading: string, say: (record: LidoNode) => string])[] = [
  [
    '藏品编号',
    (record) => inOneLanguage(identification(record, 'repositoryWrap', 'repositorySet', 'workID')),
  ],
  ['名称', (record) => titles(record, ({ type }) => !OTHER_TITLES.includes(type))],
  ['原名', (record) => titles(record, ({ type }) => type === '原名')],
  ['外文名', (record) => titles(record, ({ type }) => type === '外文名')],
  [
    '文物类别',
    (record) =>
      joined(
        under(
          record,
          'descriptiveMetadata',
          'objectClassificationWrap',
          'objectWorkTypeWrap',
          'objectWorkType'
        ).map(nameOf),
        '、'
      ),
  ],
  ['具体年代', (record) => dateOf(eventOf(record, 'made'))],
  ['质地', materials],
  ['文物级别', (record) => classified(record, '文物级别')],
  ['完残程度', (record) => classified(record, '完残程度')],
  ['保存状态', (record) => inOneLanguage(identification(record, 'displayStateEditionWrap', 'displayState'))],
  ['版本', (record) => inOneLanguage(identification(record, 'displayStateEditionWrap', 'displayEdition'))],
  ['具体尺寸', sizes],
  ['通长(cm)', (record) => ownMeasure(record, '通长')?.value ?? ''],
  ['通宽(cm)', (record) => ownMeasure(record, '通宽')?.value ?? ''],
  ['通高(cm)', (record) => ownMeasure(record, '通高')?.value ?? ''],
  ['具体质量', (record) => ownMeasure(record, '具体质量')?.value ?? ''],
  ['质量单位', (record) => ownMeasure(record, '具体质量')?.unit ?? ''],
  ['实际数量', (record) => ownMeasure(record, '实际数量')?.value ?? ''],
  ['数量单位', (record) => ownMeasure(record, '实际数量')?.unit ?? ''],
  ['著者', makers],
  ['采集地', (record) => placeOf(eventOf(record, 'found'))],
  ['入藏日期', (record) => dateOf(eventOf(record, 'acquired'))],
  ['文物来源', (record) => joined(under(eventOf(record, 'acquired'), 'eventMethod').map(nameOf), '、')],
  [
    '具体来源',
    (record) =>
      inOneLanguage(under(eventOf(record, 'acquired'), 'eventDescriptionSet', 'descriptiveNoteValue')),
  ],
  ['形状内容描述', (record) => notes(record, null)],
  ['完残状况', (record) => notes(record, '完残状况')],
  ['铭文题跋', (record) => notes(record, '铭文题跋')],
  ['流传经历', (record) => notes(record, '流传经历')],
  ['鉴定意见', (record) => notes(record, '鉴定意见')],
  ['备注', (record) => notes(record, '备注')],
  // no field of ours: kept beside the record as the museum's own column
  ['LIDO 记录号', (record) => inOneLanguage(under(record, 'lidoRecID'))],
]

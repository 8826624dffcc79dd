import type { FieldId } from '../../../shared/catalogue/fields.ts'
import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import { labelOf, said as saidValue } from './guide.ts'
import type { ToldPicture } from '../../store/exchange.ts'
import { element, type Content, type Xml } from './xml.ts'

/** The museum as the file names it. */
export interface Repository {
  readonly name: string
  readonly code: string | null
}

const SCHEMA = 'http://www.lido-schema.org'
/** Identifiers of the LIDO terminology, terminology.lido-schema.org. */
const TERMS = {
  uri: 'http://terminology.lido-schema.org/lido00099',
  local: 'http://terminology.lido-schema.org/lido00100',
  inventoryNumber: 'http://terminology.lido-schema.org/lido00113',
  currentRepository: 'http://terminology.lido-schema.org/lido00475',
  production: 'http://terminology.lido-schema.org/lido00007',
  providedImage: 'http://terminology.lido-schema.org/lido00464',
  itemLevel: 'http://terminology.lido-schema.org/lido00141',
} as const

/** Texts that are told as notes of their own, in this order. */
const NOTED = ['inscription', 'damage', 'provenance', 'appraisal', 'remarks'] as const

export const LIDO_HEAD =
  `<?xml version="1.0" encoding="UTF-8"?>\n<lido:lidoWrap xmlns:lido="${SCHEMA}"` +
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
  ` xsi:schemaLocation="${SCHEMA} ${SCHEMA}/schema/v1.1/lido-v1.1.xsd">\n`
export const LIDO_FOOT = '</lido:lidoWrap>\n'

/**
 * One object as a LIDO 1.1 record (ICOM-CIDOC LIDO Working Group, lido-schema.org): elements in the schema's order. LIDO
 * holds what a catalogue shows; the whole record with the texts beside it is in the JSON. `pictures` are told in their order, by
 * their place in the museum's folder.
 */
export function lidoRecord(
  record: ObjectRecord,
  repository: Repository,
  pictures: readonly ToldPicture[]
): string {
  const id = `${repository.code ?? repository.name}/${said(record, 'number') ?? record.id}`
  const written = el(
    'lido',
    of('lidoRecID', TERMS.local, id),
    element(
      'lido:descriptiveMetadata',
      { 'xml:lang': 'zh' },
      classification(record),
      identification(record, repository),
      events(record)
    ),
    element(
      'lido:administrativeMetadata',
      { 'xml:lang': 'zh' },
      el(
        'recordWrap',
        of('recordID', TERMS.local, id),
        el('recordType', concept(TERMS.itemLevel, '单件藏品记录')),
        el('recordSource', legalBody(repository)),
        el('recordInfoSet', el('recordMetadataDate', record.updatedAt))
      ),
      el('resourceWrap', pictures.map(picture))
    )
  )
  return `${written?.xml ?? ''}\n`
}

function said(record: ObjectRecord, field: FieldId): string | null {
  const value = saidValue(record, field)
  return value === null ? null : String(value)
}

const el = (name: string, ...content: (Content | null)[]): Xml => element(`lido:${name}`, {}, ...content)
const of = (name: string, type: string, ...content: (Content | null)[]): Xml =>
  element(`lido:${name}`, { 'lido:type': type }, ...content)
const term = (text: string | null): Xml => el('term', text)
const concept = (id: string, label: string): Xml[] => [of('conceptID', TERMS.uri, id), term(label)]

function classification(record: ObjectRecord): Xml {
  const kind = (field: FieldId): Xml => of('classification', labelOf(field), term(said(record, field)))
  return el(
    'objectClassificationWrap',
    // the schema asks for a kind of work in every record
    el('objectWorkTypeWrap', el('objectWorkType', term(said(record, 'category') ?? '未分类'))),
    el('classificationWrap', kind('materialClass'), kind('grade'), kind('completeness'))
  )
}

function identification(record: ObjectRecord, repository: Repository): Xml {
  const title = (field: FieldId, pref: string): Xml =>
    of(
      'titleSet',
      labelOf(field),
      element('lido:appellationValue', { 'lido:pref': pref }, said(record, field))
    )
  const note = (field: FieldId): Xml =>
    of('objectDescriptionSet', labelOf(field), el('descriptiveNoteValue', said(record, field)))
  return el(
    'objectIdentificationWrap',
    el(
      'titleWrap',
      // and for a title
      title('name', 'preferred') ?? el('titleSet', el('appellationValue', '未定名')),
      title('formerName', 'alternate'),
      title('foreignName', 'alternate')
    ),
    el(
      'repositoryWrap',
      of(
        'repositorySet',
        TERMS.currentRepository,
        el('repositoryName', legalBody(repository)),
        of('workID', TERMS.inventoryNumber, said(record, 'number'))
      )
    ),
    el(
      'displayStateEditionWrap',
      el('displayState', said(record, 'condition')),
      el('displayEdition', said(record, 'edition'))
    ),
    el('objectDescriptionWrap', note('description'), ...NOTED.map(note)),
    measurements(record)
  )
}

function measurements(record: ObjectRecord): Xml {
  const measured = (field: FieldId, unit: string | null): Xml => {
    const value = said(record, field)
    if (value === null || unit === null) return null
    return el(
      'measurementsSet',
      el('measurementType', term(labelOf(field).replace(/\(.*\)$/, ''))),
      el('measurementUnit', term(unit)),
      el('measurementValue', value)
    )
  }
  return el(
    'objectMeasurementsWrap',
    el(
      'objectMeasurementsSet',
      el('displayObjectMeasurements', said(record, 'sizeText')),
      el(
        'objectMeasurements',
        measured('length', 'cm'),
        measured('width', 'cm'),
        measured('height', 'cm'),
        measured('mass', said(record, 'massUnit')),
        measured('actualQuantity', said(record, 'quantityUnit') ?? '件')
      )
    )
  )
}

function events(record: ObjectRecord): Xml {
  const era = said(record, 'eraText') ?? said(record, 'era')
  const materials = said(record, 'materials')?.replaceAll(',', '、') ?? null
  const acquired = said(record, 'acquiredOn') ?? said(record, 'acquisitionYear')
  return el(
    'eventWrap',
    event(concept(TERMS.production, '制作'), [
      el('eventActor', el('displayActorInRole', said(record, 'author'))),
      el('eventDate', el('displayDate', era), interval(record)),
      el('eventMaterialsTech', el('displayMaterialsTech', materials)),
    ]),
    event([term('采集')], [el('eventPlace', el('displayPlace', said(record, 'findPlace')))]),
    event(
      [term('入藏')],
      [
        el('eventDate', el('displayDate', acquired)),
        el('eventMethod', term(said(record, 'source'))),
        el('eventDescriptionSet', el('descriptiveNoteValue', said(record, 'sourceDetail'))),
      ]
    )
  )
}

/** An event of which something is said beside its kind. */
function event(kind: readonly Xml[], about: readonly Xml[]): Xml {
  if (about.every((one) => one === null)) return null
  return el('eventSet', el('event', el('eventType', kind), about))
}

function interval({ eraStart, eraEnd }: ObjectRecord): Xml {
  if (eraStart === null || eraEnd === null) return null
  return el('date', el('earliestDate', isoYear(eraStart)), el('latestDate', isoYear(eraEnd)))
}

/** ISO 8601 counts a year 0: 221 BCE is -0220. */
function isoYear(year: number): string {
  const counted = year < 0 ? year + 1 : year
  return `${counted < 0 ? '-' : ''}${String(Math.abs(counted)).padStart(4, '0')}`
}

function picture({ sha256, type, view, caption, taken }: ToldPicture, at: number): Xml {
  const place = `media/${sha256.slice(0, 2)}/${sha256}`
  return element(
    'lido:resourceSet',
    { 'lido:sortorder': String(at + 1) },
    of('resourceID', TERMS.local, sha256),
    of(
      'resourceRepresentation',
      TERMS.providedImage,
      element('lido:linkResource', { 'lido:formatResource': type }, place)
    ),
    el('resourceType', term('图片')),
    el('resourcePerspective', term(view)),
    el('resourceDateTaken', el('displayDate', taken)),
    el('resourceDescription', caption)
  )
}

function legalBody({ name, code }: Repository): Xml[] {
  return [of('legalBodyID', TERMS.local, code), el('legalBodyName', el('appellationValue', name))]
}

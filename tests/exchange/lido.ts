import { SaxesParser } from 'saxes'

/**
 * What may stand in each element, in this order: the sequences of lido-v1.1.xsd (ICOM-CIDOC LIDO Working Group) as far as we
 * write them. `!` must be there, `+` must be there and may be repeated, `*` may be repeated, `?` may be there.
 */
const SEQUENCES: Readonly<Record<string, string>> = {
  lidoWrap: 'lido*',
  lido: 'lidoRecID+ objectPublishedID* category? descriptiveMetadata+ administrativeMetadata+',
  descriptiveMetadata: 'objectClassificationWrap! objectIdentificationWrap! eventWrap? objectRelationWrap?',
  objectClassificationWrap: 'objectWorkTypeWrap! classificationWrap?',
  objectWorkTypeWrap: 'objectWorkType+',
  classificationWrap: 'classification*',
  objectWorkType: 'conceptID* term*',
  classification: 'conceptID* term*',
  objectIdentificationWrap:
    'titleWrap! inscriptionsWrap? repositoryWrap? displayStateEditionWrap? objectDescriptionWrap? objectMeasurementsWrap?',
  titleWrap: 'titleSet+',
  titleSet: 'appellationValue+ sourceAppellation*',
  repositoryWrap: 'repositorySet*',
  repositorySet: 'displayRepository* repositoryName? workID* repositoryLocation?',
  repositoryName: 'legalBodyID* legalBodyName* legalBodyWeblink*',
  legalBodyName: 'appellationValue+ sourceAppellation*',
  displayStateEditionWrap: 'displayState* displayEdition* sourceStateEdition*',
  objectDescriptionWrap: 'objectDescriptionSet*',
  objectDescriptionSet: 'descriptiveNoteID* descriptiveNoteValue* sourceDescriptiveNote*',
  objectMeasurementsWrap: 'objectMeasurementsSet*',
  objectMeasurementsSet: 'displayObjectMeasurements* objectMeasurements?',
  objectMeasurements: 'measurementsSet+',
  measurementsSet: 'measurementType+ measurementUnit+ measurementValue!',
  measurementType: 'conceptID* term*',
  measurementUnit: 'conceptID* term*',
  eventWrap: 'eventSet*',
  eventSet: 'displayEvent* event?',
  event:
    'eventID* eventType! roleInEvent* eventName* eventActor* culture* eventDate? periodName* eventPlace* eventMethod* eventMaterialsTech* thingPresent* relatedEventSet* eventDescriptionSet*',
  eventType: 'conceptID* term*',
  eventMethod: 'conceptID* term*',
  eventActor: 'displayActorInRole* actorInRole?',
  eventDate: 'displayDate* date?',
  date: 'earliestDate! latestDate!',
  eventPlace: 'displayPlace* place?',
  eventMaterialsTech: 'displayMaterialsTech* materialsTech?',
  eventDescriptionSet: 'descriptiveNoteID* descriptiveNoteValue* sourceDescriptiveNote*',
  administrativeMetadata: 'rightsWorkWrap? recordWrap! resourceWrap?',
  recordWrap: 'recordID+ recordType! recordSource+ recordRights* recordInfoSet*',
  resourceWrap: 'resourceSet*',
  resourceSet:
    'resourceID? resourceRepresentation* resourceType? resourceRelType* resourcePerspective* resourceDateTaken? resourceDescription* resourceSource* rightsResource*',
  resourceRepresentation: 'linkResource!',
  resourceType: 'conceptID* term*',
  resourcePerspective: 'conceptID* term*',
  resourceDateTaken: 'displayDate* date?',
  recordType: 'conceptID* term*',
  recordSource: 'legalBodyID* legalBodyName* legalBodyWeblink*',
  recordInfoSet: 'recordInfoID* recordInfoLink* recordMetadataDate*',
}

export class Node {
  readonly name: string
  readonly children: Node[] = []
  text = ''
  constructor(name: string) {
    this.name = name
  }

  /** All below it of that name, in the order of the file. */
  all(name: string): Node[] {
    return this.children.flatMap((child) => [...(child.name === name ? [child] : []), ...child.all(name)])
  }

  /** Elements whose content is not what the schema's sequence asks for. */
  misplaced(): string[] {
    const below = this.children.flatMap((child) => child.misplaced())
    const sequence = SEQUENCES[this.name]
    const found = this.children.map(({ name }) => `${name} `).join('')
    if (sequence === undefined) return found === '' ? below : [`${this.name}: ${found}`, ...below]
    const pattern = sequence
      .split(' ')
      .map((part) => `(?:${part.slice(0, -1)} )${part.endsWith('!') ? '' : part.slice(-1)}`)
      .join('')
    return new RegExp(`^${pattern}$`).test(found) ? below : [`${this.name}: ${found}`, ...below]
  }
}

/** Reads a LIDO file; throws where it is no well-formed XML or an element is of another namespace. */
export function read(xml: string): Node {
  const root = new Node('')
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri }) => {
    if (uri !== 'http://www.lido-schema.org') throw new Error(`${local} is of ${uri}`)
    const node = new Node(local)
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [wrap] = root.children
  if (!wrap) throw new Error('nothing in the file')
  return wrap
}

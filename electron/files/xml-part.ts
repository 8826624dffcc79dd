import { SaxesParser } from 'saxes'
import { Fault } from '../../shared/contract/faults.ts'

/** An element of a small XML part: local name, attributes by local name (prefix dropped), local names of its parents. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parents: readonly string[]
}

/**
 * Reads a small part of a workbook (UTF-8) and tells each element as it opens. Malformed XML is file.damaged;
 * a DOCTYPE is refused with file.unsupported: no part of a workbook may have one (ECMA-376 part 2, 8.1.4).
 */
export function readXmlPart(bytes: Buffer, onElement: (element: Element) => void): void {
  const parser = new SaxesParser()
  const parents: string[] = []
  parser.on('doctype', () => {
    throw new Fault('file.unsupported')
  })
  parser.on('error', (cause) => {
    throw cause
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(tag.attributes)) attributes[localName(name)] = value
    const name = localName(tag.name)
    onElement({ name, attributes, parents })
    parents.push(name)
  })
  parser.on('closetag', () => {
    parents.pop()
  })
  try {
    parser.write(bytes.toString('utf8')).close()
  } catch (error) {
    if (error instanceof Fault) throw error
    const fault = new Fault('file.damaged')
    fault.cause = error
    throw fault
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

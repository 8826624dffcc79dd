/** An element that has been written; only `element` makes them, so that no text is ever taken for one. */
class Written {
  readonly xml: string
  constructor(xml: string) {
    this.xml = xml
  }
}

/** null is an element that is not there. */
export type Xml = Written | null
export type Content = Xml | string | readonly (Xml | string)[]

/**
 * `<name attributes>content</name>`; null where nothing stands in it: what is not known is left out. Strings are text
 * and are escaped; what XML 1.0 cannot hold (control signs) is written as U+FFFD.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Content | null)[]
): Xml {
  const inside = content
    .flat()
    .map((one) => (one instanceof Written ? one.xml : escaped(one ?? '')))
    .join('')
  if (inside === '') return null
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return new Written(`<${name}${said.join('')}>${inside}</${name}>`)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/\r/g, '&#13;')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

import { escaped } from '../exchange/xml.ts'

/** Markup that has been written; only `tag` and `together` make it, so that no text is ever taken for it. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

export type Content = Markup | string | null

const VOID: ReadonlySet<string> = new Set(['img', 'br', 'rect', 'path', 'line', 'image', 'meta'])

/**
 * `<name attributes>content</name>`. Strings are text and are escaped; control signs become U+FFFD. What comes of it is
 * both HTML and XML: the page that is printed, and the drawing that is looked at before.
 */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Content | readonly Content[])[]
): Markup {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const head = `<${name}${said.join('')}`
  return new Markup(VOID.has(name) ? `${head}/>` : `${head}>${inside(content.flat())}</${name}>`)
}

/** Pieces side by side. */
export const together = (...content: readonly (Content | readonly Content[])[]): Markup =>
  new Markup(inside(content.flat()))

const inside = (content: readonly Content[]): string =>
  content
    .map((one) =>
      one instanceof Markup ? one.html : one === null ? '' : escaped(one.replace(/\r\n?/g, '\n'))
    )
    .join('')

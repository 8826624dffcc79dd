import { tag, type Markup } from './markup.ts'

/** What a browser may do with the page: show it and its pictures, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const BETWEEN = '\n.sheet { break-after: page; }\n.sheet:last-child { break-after: auto; }\n'

/** All pages in one file that any browser prints: its head, to be followed by pages. Style sheets of ours hold no `<`. */
export function openBook({ css, title }: { readonly css: string; readonly title: string }): string {
  const policy = tag('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY })
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"/>${policy.html}${tag('title', {}, title).html}
<style>${css}${BETWEEN}</style></head><body>
`
}

export const pageOfBook = (markup: Markup): string => `${tag('div', { class: 'sheet' }, markup).html}\n`
export const closeBook = (): string => '</body></html>\n'

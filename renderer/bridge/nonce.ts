/** The nonce this page was served with (shell/protocol.ts): Ant Design and AG Grid take it for the styles they write. */
export const nonce: string =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

type CreateElement = (name: string, options?: ElementCreationOptions) => HTMLElement

/**
 * Some parts of those libraries make a style element without it (Ant Design's Modal, to lock scrolling), which the
 * content policy would refuse. Every style element this page makes is ours: none comes from a record.
 */
export function giveStylesTheNonce(): void {
  const create = Reflect.get(document, 'createElement') as CreateElement
  const createElement: CreateElement = (...words) => {
    const element = create.apply(document, words)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  Object.assign(document, { createElement })
}

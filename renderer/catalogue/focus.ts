/** Where the keyboard goes in the catalogue: search box, list, form. The form's rows carry their field's name. */
const FORM = '[data-form="record"]'
const INPUTS = 'input:not([disabled]), textarea:not([disabled])'

function inputsIn(form: Element): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].flatMap(
    (row) => row.querySelector<HTMLElement>(INPUTS) ?? []
  )
}

/** Into the form: the first empty required field, else the first. Waits for a record that is still being read. */
export function focusForm(field?: string, patience = 200): void {
  const form = document.querySelector(FORM)
  const wanted = field === undefined ? '[data-missing="true"]' : `[data-field="${field}"]`
  const row = form?.querySelector(wanted)
  const input = row?.querySelector<HTMLElement>(INPUTS) ?? (form ? inputsIn(form)[0] : undefined)
  if (input) input.focus()
  else if (patience > 0) setTimeout(() => focusForm(field, patience - 1), 30)
}

/** To the field after (or before) the one the keyboard is in; false where there is none. */
export function focusNext(from: EventTarget | null, step: 1 | -1 = 1): boolean {
  const form = from instanceof Element ? from.closest(FORM) : null
  const row = from instanceof Element ? from.closest('[data-field]') : null
  if (!form) return false
  const rows = [...form.querySelectorAll('[data-field]')]
  const at = row ? rows.indexOf(row) : -1
  const later = step === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse()
  for (const next of later) {
    const input = next.querySelector<HTMLElement>(INPUTS)
    if (input) {
      input.focus()
      if (input instanceof HTMLInputElement) input.select()
      return true
    }
  }
  return false
}

/** The field the keyboard is in, by its id. */
export function fieldWithKeyboard(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field']
}

export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search] input')?.focus()
}

/** Which of the three has the keyboard now. */
export function paneNow(): 'form' | 'list' | 'other' {
  const at = document.activeElement
  if (at?.closest(FORM)) return 'form'
  return at?.closest('.catalogue-grid') ? 'list' : 'other'
}

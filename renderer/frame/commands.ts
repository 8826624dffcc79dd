import type { WordKey } from '../kit/words.ts'

/**
 * All deeds of the window with their words and shortcuts. The palette, the key listener and the tooltips are made from
 * this list; a screen supplies the deed itself (`useDeed`) while it is there.
 */
export const COMMANDS = [
  { id: 'palette', words: 'command.palette', press: 'Ctrl+K' },
  { id: 'go.catalogue', words: 'command.go.catalogue', press: 'Ctrl+1' },
  { id: 'go.timeline', words: 'command.go.timeline', press: 'Ctrl+Shift+T' },
  { id: 'go.imports', words: 'command.go.imports', press: 'Ctrl+2' },
  { id: 'go.batches', words: 'command.go.batches', press: 'Ctrl+3' },
  { id: 'go.reports', words: 'command.go.reports', press: 'Ctrl+4' },
  { id: 'go.quality', words: 'command.go.quality', press: 'Ctrl+5' },
  { id: 'go.vocabulary', words: 'command.go.vocabulary', press: 'Ctrl+7' },
  { id: 'go.people', words: 'command.go.people', press: 'Ctrl+6' },
  { id: 'go.numbers', words: 'command.go.numbers', press: null },
  { id: 'go.history', words: 'command.go.history', press: 'Ctrl+H' },
  { id: 'go.settings', words: 'command.go.settings', press: 'Ctrl+,' },
  { id: 'catalogue.find', words: 'command.catalogue.find', press: 'Ctrl+F' },
  { id: 'catalogue.clear', words: 'command.catalogue.clear', press: null },
  { id: 'catalogue.new', words: 'command.catalogue.new', press: 'Ctrl+N' },
  { id: 'catalogue.redHint', words: 'command.catalogue.redHint', press: null },
  { id: 'changes.all', words: 'command.changes.all', press: null },
  { id: 'changes.none', words: 'command.changes.none', press: null },
  { id: 'changes.open', words: 'command.changes.open', press: 'Ctrl+E' },
  { id: 'changes.copy', words: 'command.changes.copy', press: null },
  { id: 'pictures.add', words: 'command.pictures.add', press: 'Ctrl+Shift+A' },
  { id: 'paper.open', words: 'command.paper.open', press: 'Ctrl+P' },
  { id: 'exchange.lido', words: 'command.exchange.lido', press: null },
  { id: 'exchange.csv', words: 'command.exchange.csv', press: null },
  { id: 'exchange.json', words: 'command.exchange.json', press: null },
  { id: 'exchange.parts', words: 'command.exchange.parts', press: null },
  { id: 'exchange.relations', words: 'command.exchange.relations', press: null },
  { id: 'exchange.guide', words: 'command.exchange.guide', press: null },
  { id: 'people.new', words: 'command.people.new', press: null },
  { id: 'views.keep', words: 'command.views.keep', press: 'Ctrl+Shift+S' },
  { id: 'views.save', words: 'command.views.save', press: null },
  { id: 'views.discard', words: 'command.views.discard', press: null },
  { id: 'sets.make', words: 'command.sets.make', press: null },
  { id: 'sets.put', words: 'command.sets.put', press: 'Ctrl+L' },
  { id: 'sets.take', words: 'command.sets.take', press: null },
  { id: 'record.save', words: 'command.record.save', press: 'Ctrl+Enter' },
  { id: 'record.saveAndNew', words: 'command.record.saveAndNew', press: 'Ctrl+Shift+Enter' },
  { id: 'record.previous', words: 'command.record.previous', press: 'Alt+ArrowUp' },
  { id: 'record.next', words: 'command.record.next', press: 'Alt+ArrowDown' },
  { id: 'record.close', words: 'command.record.close', press: 'Escape' },
  { id: 'numbers.next', words: 'command.numbers.next', press: 'Alt+N' },
  { id: 'numbers.nextClass', words: 'command.numbers.nextClass', press: null },
  { id: 'field.history', words: 'command.field.history', press: 'Ctrl+Shift+H' },
  { id: 'edit.undo', words: 'command.edit.undo', press: 'Ctrl+Z' },
  { id: 'edit.redo', words: 'command.edit.redo', press: 'Ctrl+Y' },
  { id: 'pane.other', words: 'command.pane.other', press: 'F6' },
  { id: 'view.facets', words: 'command.view.facets', press: 'Ctrl+Shift+F' },
  { id: 'view.theme', words: 'command.view.theme', press: 'Ctrl+Shift+L' },
  { id: 'view.language', words: 'command.view.language', press: null },
  { id: 'fields.open', words: 'command.fields.open', press: null },
  { id: 'fields.new', words: 'command.fields.new', press: null },
  { id: 'vocabulary.find', words: 'command.vocabulary.find', press: 'Ctrl+F' },
  { id: 'vocabulary.add', words: 'command.vocabulary.add', press: null },
  { id: 'museum.backup', words: 'command.museum.backup', press: null },
  { id: 'museum.check', words: 'command.museum.check', press: null },
  { id: 'museum.close', words: 'command.museum.close', press: null },
] as const satisfies readonly {
  readonly id: string
  readonly words: WordKey
  readonly press: string | null
}[]

export type Command = (typeof COMMANDS)[number]
export type CommandId = Command['id']

/** The shortcut of a deed, for tooltips; null where it has none. */
export function pressFor(id: CommandId): string | null {
  return COMMANDS.find((command) => command.id === id)?.press ?? null
}

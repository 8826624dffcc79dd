import './jitless.ts'
import { client, type Reply } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { droppedFile, shell, type ChosenFile } from '../../shared/shell/contract.ts'
import { museumEvent, type MuseumBridge, type MuseumEvent } from '../../shared/shell/events.ts'

declare global {
  interface Window {
    readonly museum: MuseumBridge
  }
}

/** The only door out of the page: every call of the museum's rooms and of the shell. Refusals are thrown as `Fault`. */
export const museum = client({ ...contract, shell }, async (channel, input) => {
  return (await window.museum.call(channel, input)) as Reply
})

/**
 * A file dropped on the window: a token for reading it as what is wanted. Refused when it is no plain file of that kind;
 * `any` takes all, and its bytes will tell what it is.
 */
export async function dropped(file: File, wanted: 'table' | 'picture' | 'any'): Promise<ChosenFile> {
  const reply = (await window.museum.dropped(file)) as Reply
  if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.detail)
  const { purpose, ...given } = droppedFile.parse(reply.value)
  if (purpose === wanted || wanted === 'any') return given
  if (purpose === 'attachment') throw new Fault('file.unsupported', { file: file.name })
  throw new Fault(wanted === 'table' ? 'file.notTable' : 'picture.notPicture', { file: file.name })
}

type Given = Extract<MuseumEvent, { kind: 'file' }>
const listeners = new Set<(event: MuseumEvent) => void>()
/** Files given to the program before anybody took them: at its very start the screens are not there yet. */
const untaken: Given[] = []
const takers = new Set<(file: Given) => void>()

window.museum.watch((told) => {
  const event = museumEvent.parse(told)
  if (event.kind === 'file' && takers.size === 0) untaken.push(event)
  else if (event.kind === 'file') for (const take of takers) take(event)
  for (const listener of listeners) listener(event)
})

/** Calls `listener` with every event; the answer stops it. */
export function watch(listener: (event: MuseumEvent) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Calls `take` with every table given to the program ("open with", a second start), also those that came earlier. */
export function filesGiven(take: (file: Given) => void): () => void {
  takers.add(take)
  for (const file of untaken.splice(0)) take(file)
  return () => void takers.delete(take)
}

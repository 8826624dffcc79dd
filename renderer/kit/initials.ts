import type { pinyin } from 'pinyin-pro'
import { useEffect } from 'react'
import { foldKey } from '../../shared/kernel/fold.ts'
import { shared } from './store.ts'

type Reader = typeof pinyin
const reader = shared<Reader | null>(null)
const known = new Map<string, readonly string[]>()

/** The dictionary of readings comes after the window stands: it is large, and first needed when somebody types. */
export async function loadReadings(): Promise<void> {
  if (reader.get() !== null) return
  const { pinyin: loaded } = await import('pinyin-pro')
  reader.set(() => loaded)
}

/** For a list that is filtered while it is drawn: it is drawn again when the readings have come. */
export function useReadings(): void {
  reader.use()
  useEffect(() => void loadReadings(), [])
}

/** Pinyin of a label, first letters and in full: 青花瓷 → `qhc`, `qinghuaci`; Latin letters and digits stand for themselves. */
function readingsOf(label: string): readonly string[] {
  const seen = known.get(label)
  const read = reader.get()
  if (seen !== undefined || read === null) return seen ?? []
  const full = read(label, { toneType: 'none', type: 'array', v: true }).map((reading) =>
    reading.toLowerCase()
  )
  const made = [full.map((reading) => reading.charAt(0)).join(''), full.join('')]
  known.set(label, made)
  return made
}

/** What a typed text may be compared with: the label itself and, for letters, its readings. */
function facesOf(label: string, wanted: string): readonly string[] {
  return /^[a-z0-9]+$/.test(wanted) ? [foldKey(label), ...readingsOf(label)] : [foldKey(label)]
}

/** Is the label meant by what was typed: part of it, of its pinyin initials or its pinyin. Nothing typed means every label. */
export function initialsMatch(label: string, typed: string): boolean {
  const wanted = foldKey(typed)
  return wanted === '' || facesOf(label, wanted).some((face) => face.includes(wanted))
}

/** How near a label is to what was typed: 0 the very same, 1 it begins so, 2 otherwise. 宋 comes before 北宋. */
export function nearness(label: string, typed: string): 0 | 1 | 2 {
  const wanted = foldKey(typed)
  const faces = facesOf(label, wanted)
  if (faces.includes(wanted)) return 0
  return faces.some((face) => face.startsWith(wanted)) ? 1 : 2
}

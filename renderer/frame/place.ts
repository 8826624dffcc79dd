import { shared } from '../kit/store.ts'

/** The rooms one can walk into, in the order of the navigation. */
export const ROOMS = [
  'catalogue',
  'people',
  'timeline',
  'imports',
  'batches',
  'quality',
  'vocabulary',
  'numbers',
  'history',
  'reports',
  'settings',
] as const
export type Room = (typeof ROOMS)[number]

/** Where the user is. */
export const place = shared<Room>('catalogue')

type Leaving = () => Promise<void>
const leaving = new Set<Leaving>()

/** A screen with something typed says what must be done before it is left. The answer takes that back. */
export function beforeLeaving(deed: Leaving): () => void {
  leaving.add(deed)
  return () => {
    leaving.delete(deed)
  }
}

/** Keeps everything typed, in whatever room; used before walking on, closing a museum, closing the window. */
export async function keepAll(): Promise<void> {
  await Promise.all([...leaving].map((deed) => deed()))
}

let wishes = 0

/** Walks into a room once everything typed is kept; of two wishes at once the last one counts. */
export async function goTo(room: Room): Promise<void> {
  const wish = ++wishes
  await keepAll()
  if (wish === wishes) place.set(room)
}

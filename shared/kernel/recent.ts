/** One place for each of so many texts; a power of two. */
const PLACES = 8192

/**
 * `make`, which is asked again only for texts that were not met of late: the columns of a list repeat a few hundred words.
 * A text that takes a place sends away the one before, so that a column of texts each its own neither fills the memory nor
 * empties it. `make` must always give the same for a text.
 */
export function recent<T>(make: (text: string) => T): (text: string) => T {
  const texts = new Array<string | undefined>(PLACES)
  const made = new Array<T | undefined>(PLACES)
  return (text) => {
    const place = placeOf(text)
    if (texts[place] === text) return made[place] as T
    const value = make(text)
    texts[place] = text
    made[place] = value
    return value
  }
}

/** From a text's length and a few of its characters: cheaper than one from all. */
function placeOf(text: string): number {
  const { length } = text
  let place = length
  place = Math.imul(place, 31) + text.charCodeAt(0)
  place = Math.imul(place, 31) + text.charCodeAt(length >> 2)
  place = Math.imul(place, 31) + text.charCodeAt(length >> 1)
  place = Math.imul(place, 31) + text.charCodeAt(length - (length >> 2) - 1)
  place = Math.imul(place, 31) + text.charCodeAt(length - 1)
  return (place ^ (place >>> 13)) & (PLACES - 1)
}

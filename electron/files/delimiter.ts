const CANDIDATES = [',', '\t', ';', '|'] as const

/** The separator of a text table and how many fields most of its rows have. */
export interface Separation {
  readonly delimiter: string
  readonly width: number
}

/**
 * Finds the separator in the first lines of a text: the one by which most rows fall into the same number of fields,
 * the larger number where two do. Quoted separators and line ends do not count. Without any: a comma and one field.
 */
export function findDelimiter(head: string): Separation {
  let best: Separation = { delimiter: ',', width: 1 }
  let bestScore = 0
  for (const delimiter of CANDIDATES) {
    const counts = countFields(head, delimiter)
    const { width, rows } = commonest(counts)
    if (width < 2) continue
    const score = rows / counts.length + width / 1000
    if (score > bestScore) {
      best = { delimiter, width }
      bestScore = score
    }
  }
  return best
}

/** Fields of each row that is not empty; the last row is left out where the text may have been cut in it. */
function countFields(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let fields = 1
  let empty = true
  let quoted = false
  let fresh = true
  for (const letter of text) {
    if (letter === '"' && (quoted || fresh)) {
      quoted = !quoted
      fresh = !quoted
      empty = false
      continue
    }
    if (quoted) continue
    fresh = letter === delimiter || letter === '\n'
    if (letter === '\n') {
      if (!empty) counts.push(fields)
      fields = 1
      empty = true
    } else if (letter === delimiter) {
      fields++
      empty = false
    } else if (letter !== '\r') empty = false
  }
  if (counts.length === 0 && !empty) counts.push(fields)
  return counts
}

function commonest(counts: readonly number[]): { width: number; rows: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  let best = { width: 1, rows: 0 }
  for (const [width, rows] of times) {
    if (rows > best.rows || (rows === best.rows && width > best.width)) best = { width, rows }
  }
  return best
}

import { foldKey, foldText } from '../kernel/fold.ts'

/** The sides an object is photographed from (I1 and I3 of china-standards 2.3); the last where nobody has said. */
export const VIEWS = ['正视', '侧视', '俯视', '底部', '局部', '全景', '未注明'] as const
export type PictureView = (typeof VIEWS)[number]
export const UNNAMED_VIEW: PictureView = '未注明'

/** As people write them in names of files; longer words first. */
const VIEW_WORDS: readonly (readonly [word: string, view: PictureView])[] = [
  ['正视', '正视'],
  ['正面', '正视'],
  ['侧视', '侧视'],
  ['侧面', '侧视'],
  ['俯视', '俯视'],
  ['顶部', '俯视'],
  ['底部', '底部'],
  ['底视', '底部'],
  ['底面', '底部'],
  ['局部', '局部'],
  ['细部', '局部'],
  ['全景', '全景'],
  ['全形', '全景'],
  ['正', '正视'],
  ['侧', '侧视'],
  ['俯', '俯视'],
  ['顶', '俯视'],
  ['底', '底部'],
]

/** I2: the longest side, in pixels. */
const WANTED_SIDE = 2000
const LEAST_SIDE = 800

export type PictureRemark = 'small' | 'tooSmall'

/** I2 of china-standards 2.3 on a picture's longest side; null for one that is large enough, or of unknown size. */
export function pictureRemark(width: number | null, height: number | null): PictureRemark | null {
  if (width === null || height === null) return null
  const longest = Math.max(width, height)
  if (longest < LEAST_SIDE) return 'tooSmall'
  return longest < WANTED_SIDE ? 'small' : null
}

/** I2: too small to be taken in, unless somebody says why: of many an old object there is no other picture. */
export const isBlocked = (width: number, height: number): boolean =>
  pictureRemark(width, height) === 'tooSmall'

/** What a registration number is looked up by in names of files: folded, signs that no file may hold as `_` (I3). */
export const numberInName = (number: string): string =>
  foldKey(foldKey(number).replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '_'))

/** The name of a file without its folder and ending, folded. */
const stemOf = (file: string): string =>
  foldText(foldText(file.replace(/^.*[\\/]/u, '')).replace(/\.[a-z]{3,4}$/iu, ''))

/** A number ends where a sign, a blank or the name of a view follows: `00081.jpg` is no picture of 0008. */
function endsNumber(rest: string): boolean {
  return /^(?:$|[^\p{L}\p{N}])/u.test(rest) || VIEW_WORDS.some(([word]) => rest.startsWith(word))
}

export interface ReadName<T> {
  readonly of: T
  readonly view: PictureView
}

/**
 * Which object a file is a picture of by its name, `{总登记号}-{视图}-{序号}.jpg` or as people write it: the longest
 * number that `known` answers wins. Null where the name begins with no known number.
 */
export function readPictureName<T>(file: string, known: (key: string) => T | undefined): ReadName<T> | null {
  const stem = stemOf(file)
  for (let end = Math.min(stem.length, 200); end > 0; end--) {
    const rest = stem.slice(end)
    if (!endsNumber(rest)) continue
    const of = known(numberInName(stem.slice(0, end)))
    if (of !== undefined) return { of, view: viewIn(rest) }
  }
  return null
}

/** The view named in the rest of a file's name, or in all of it. */
export function viewIn(rest: string): PictureView {
  const parts = stemOf(rest).split(/[^\p{L}]+/u)
  for (const part of parts) {
    const found = VIEW_WORDS.find(([word]) => (word.length === 1 ? part === word : part.includes(word)))
    if (found) return found[1]
  }
  return UNNAMED_VIEW
}

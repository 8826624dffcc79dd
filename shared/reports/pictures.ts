/** A picture as its file name tells it. */
export interface NamedPicture {
  readonly view: string
  /** Media type: `image/jpeg`. */
  readonly type: string
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
}

/**
 * I3 of china-standards 2.3: `{总登记号}-{视图}-{序号}.jpg`, signs that no file name may hold replaced. The number counts
 * the pictures of one view from 1, in their order.
 */
export function pictureNames(number: string, pictures: readonly NamedPicture[]): string[] {
  const counted = new Map<string, number>()
  return pictures.map(({ view, type }) => {
    const count = (counted.get(view) ?? 0) + 1
    counted.set(view, count)
    return `${safe(number)}-${safe(view)}-${count}.${EXTENSIONS[type] ?? 'jpg'}`
  })
}

const safe = (part: string): string => part.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')

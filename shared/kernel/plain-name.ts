/** A suggested name of a file or folder without what systems refuse in names, at most 120 signs; never a path. */
export function plainName(suggested: string): string {
  return suggested
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
}

/** 前37, -37 and 公元前37年 are one year; empty is open (null), what is none is undefined. */
export function yearOf(text: string): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s|公元|年/g, '')
    .replace(/^前/, '-')
  if (plain === '') return null
  return /^-?\d{1,10}$/.test(plain) ? Number(plain) : undefined
}

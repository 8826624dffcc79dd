import { useDeed } from '../frame/deeds.ts'
import { later } from '../kit/later.tsx'
import { openPaper, printing } from './printing.ts'

const PaperDialog = later(async () => (await import('./PaperDialog.tsx')).PaperDialog)

/** Printing can be asked for in every room. */
export function PaperHost() {
  useDeed('paper.open', openPaper)
  const printable = printing.use()
  return printable === null ? null : <PaperDialog printable={printable} />
}

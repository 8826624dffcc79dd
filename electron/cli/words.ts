import type { Fault } from '../../shared/contract/faults.ts'
import faultsZh from '../../resources/words/zh-CN/faults.json' with { type: 'json' }
import filesZh from '../../resources/words/zh-CN/files.json' with { type: 'json' }
import faultsEn from '../../resources/words/en/faults.json' with { type: 'json' }
import filesEn from '../../resources/words/en/files.json' with { type: 'json' }

const WORDS: Readonly<Record<string, (code: string) => string | undefined>> = {
  'zh-CN': sentences(faultsZh, filesZh.fault),
  en: sentences(faultsEn, filesEn.fault),
}

function sentences(general: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
  return (code: string): string | undefined => files[code] ?? general[`fault.${code}`]
}

/** A fault as a sentence, the same that the window shows. */
export function faultWords(fault: Fault, language: string): string {
  const sentence = WORDS[language]?.(fault.code) ?? fault.code
  return sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(fault.detail[name] ?? ''))
}

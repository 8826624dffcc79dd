import chinese from '../../resources/words/zh-CN/shell.json' with { type: 'json' }
import english from '../../resources/words/en/shell.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'

/** Chinese unless the program was started with `--lang=en`: county offices often run a Windows in whatever language. */
export function languageOf(wanted: string | undefined): Language {
  return wanted?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

/** The words of the system's own dialogs and menu; all others live in the page. */
export function shellWords(language: Language): typeof chinese {
  return language === 'en' ? english : chinese
}

/** Puts values into `{{name}}` places, as the page's words have them. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

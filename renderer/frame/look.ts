import { shared } from '../kit/store.ts'
import { THEMES, type ThemeName } from '../kit/theme.ts'
import { LANGUAGES, speak, startWords, type Language } from '../kit/words.ts'

/** Theme and language belong to this seat, not to a museum's file: they are known before a museum is open. */
const THEME_KEY = 'guancang.theme'
const LANGUAGE_KEY = 'guancang.language'

function kept<T extends string>(key: string, allowed: readonly T[]): T | null {
  const value = localStorage.getItem(key)
  return allowed.find((one) => one === value) ?? null
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const wished = (): ThemeName => (dark.matches ? 'dark' : 'light')

export const theme = shared<ThemeName>(kept(THEME_KEY, THEMES) ?? wished())

function show(name: ThemeName): void {
  document.documentElement.dataset.theme = name
  theme.set(name)
}

export function setTheme(name: ThemeName): void {
  localStorage.setItem(THEME_KEY, name)
  show(name)
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(LANGUAGE_KEY, language)
  await speak(language)
}

/** Before anything is drawn. `otherwise` is the language the program was started in, where nobody has chosen one yet. */
export async function startLook(otherwise: string): Promise<void> {
  show(theme.get())
  // whoever has chosen none here has chosen it for the whole desk
  dark.addEventListener('change', () => {
    if (kept(THEME_KEY, THEMES) === null) show(wished())
  })
  const language = kept(LANGUAGE_KEY, LANGUAGES) ?? LANGUAGES.find((one) => one === otherwise) ?? 'zh-CN'
  await startWords(language)
}

import { dialog, type BrowserWindow, type MessageBoxOptions, type OpenDialogOptions } from 'electron'
import { basename, extname } from 'node:path'
import { plainName } from '../../shared/kernel/plain-name.ts'
import type { FilePurpose } from '../../shared/shell/contract.ts'
import { PICTURE_EXTENSIONS, TABLE_EXTENSIONS, mayBeSaved, withExtension } from './fileNames.ts'
import { filled, shellWords, type Language } from './words.ts'

/** The system's dialog for a purpose: the path the user chose, or null when it was closed. */
export async function choosePath(
  window: BrowserWindow,
  purpose: FilePurpose,
  suggested: string | undefined,
  language: Language
): Promise<string | null> {
  if (purpose === 'saveAttachment') return saveCopy(window, suggested ?? '', language)
  if (purpose === 'saveWorkbook' || purpose === 'saveExchange' || purpose === 'savePdf')
    return saveAs(window, purpose, suggested, language)
  const words = shellWords(language).choose
  const options: Readonly<Record<Exclude<FilePurpose, SavePurpose | 'saveAttachment'>, OpenDialogOptions>> = {
    table: { properties: ['openFile'], filters: [{ name: words.tables, extensions: [...TABLE_EXTENSIONS] }] },
    museumFolder: { properties: ['openDirectory'] },
    exportFolder: { properties: ['openDirectory', 'createDirectory'] },
    wholeFolder: { properties: ['openDirectory'] },
    newMuseumFolder: { properties: ['openDirectory', 'createDirectory'] },
    picture: picturesOf(words.pictures),
    pictureFolder: { properties: ['openDirectory'] },
    attachment: { properties: ['openFile'] },
    saveFolder: { properties: ['openDirectory', 'createDirectory'] },
  }
  const { filePaths } = await dialog.showOpenDialog(window, { ...options[purpose], title: words[purpose] })
  return filePaths[0] ?? null
}

type SavePurpose = 'saveWorkbook' | 'saveExchange' | 'savePdf'
/** What may be written for each; of several the suggested name says which. */
const SAVED: Readonly<Record<SavePurpose, readonly [string, ...string[]]>> = {
  saveWorkbook: ['xlsx'],
  saveExchange: ['csv', 'json', 'xml'],
  savePdf: ['pdf'],
}

/** The system's dialog for many files: the paths the user chose, none when it was closed. */
export async function chooseFiles(
  window: BrowserWindow,
  purpose: 'picture' | 'attachment',
  language: Language
): Promise<readonly string[]> {
  const words = shellWords(language).choose
  const options = purpose === 'picture' ? picturesOf(words.pictures) : {}
  const properties = ['openFile' as const, 'multiSelections' as const]
  const chosen = await dialog.showOpenDialog(window, { ...options, properties, title: words[purpose] })
  return chosen.filePaths
}

const picturesOf = (name: string): OpenDialogOptions => ({
  properties: ['openFile'],
  filters: [{ name, extensions: [...PICTURE_EXTENSIONS] }],
})

async function saveAs(
  window: BrowserWindow,
  purpose: SavePurpose,
  suggested: string | undefined,
  language: Language
): Promise<string | null> {
  const words = shellWords(language).choose
  const [usual] = SAVED[purpose]
  const extension = SAVED[purpose].find((one) => suggested?.endsWith(`.${one}`)) ?? usual
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words[purpose],
    filters: [{ name: purpose === 'saveWorkbook' ? words.workbook : extension, extensions: [extension] }],
    ...(suggested === undefined ? {} : { defaultPath: plainName(suggested) }),
  })
  if (!filePath) return null
  const path = withExtension(filePath, `.${extension}`)
  // the system has asked about the name as it was typed, not about the one with the extension
  const unasked = mayBeSaved(path).exists && path !== filePath
  return !unasked || (await agreed(window, 'replace', { name: basename(path) }, language)) ? path : null
}

/** A copy keeps the ending of its file: nothing is made a program by its name. */
async function saveCopy(
  window: BrowserWindow,
  suggested: string,
  language: Language
): Promise<string | null> {
  const ending = extname(suggested).toLowerCase()
  const { filePath } = await dialog.showSaveDialog(window, {
    title: shellWords(language).choose.saveAttachment,
    defaultPath: plainName(suggested),
  })
  if (!filePath) return null
  const path = ending === '' ? filePath : withExtension(filePath, ending)
  const unasked = mayBeSaved(path).exists && path !== filePath
  return !unasked || (await agreed(window, 'replace', { name: basename(path) }, language)) ? path : null
}

/** A yes or no question in the program's own words; no is the default. */
export async function agreed(
  window: BrowserWindow,
  about: 'replace' | 'link' | 'attachment',
  values: Readonly<Record<string, string>>,
  language: Language
): Promise<boolean> {
  const words = shellWords(language)[about]
  const options: MessageBoxOptions = {
    type: 'question',
    title: words.title,
    message: filled(words.question, values),
    buttons: [words.yes, words.no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  return (await dialog.showMessageBox(window, options)).response === 0
}

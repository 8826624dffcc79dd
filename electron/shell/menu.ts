import { Menu, type MenuItemConstructorOptions } from 'electron'
import { shellWords, type Language } from './words.ts'

type Roles = readonly (readonly [role: NonNullable<MenuItemConstructorOptions['role']>, label: string])[]

/** The system's own deeds only (editing, zooming, quitting); the museum's commands live in the page. */
export function setMenu(language: Language, packaged: boolean): void {
  const words = shellWords(language).menu
  const items = (roles: Roles) => roles.map(([role, label]) => ({ role, label }))
  const edit: Roles = [
    ['undo', words.undo],
    ['redo', words.redo],
    ['cut', words.cut],
    ['copy', words.copy],
    ['paste', words.paste],
    ['selectAll', words.selectAll],
  ]
  const view: Roles = [
    ['zoomIn', words.zoomIn],
    ['zoomOut', words.zoomOut],
    ['resetZoom', words.resetZoom],
    ['togglefullscreen', words.fullScreen],
    ...(packaged ? [] : ([['toggleDevTools', words.developerTools]] as const)),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.file, submenu: items([['quit', words.quit]]) },
      { label: words.edit, submenu: items(edit) },
      { label: words.view, submenu: items(view) },
    ])
  )
}

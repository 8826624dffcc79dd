import { useCallback } from 'react'
import { mintId } from '../bridge/mintId.ts'
import { startOf } from '../catalogue/save.ts'
import { openNew } from '../catalogue/view.ts'
import { defineNew } from '../fields/editing.ts'
import { languageNow } from '../kit/words.ts'
import { backUp, checkMuseum, closeMuseum } from '../workspace/deeds.ts'
import { useDeed } from './deeds.ts'
import { setLanguage, setTheme, theme } from './look.ts'
import { goTo, type Room } from './place.ts'
import { failed } from './status.ts'

function useGo(room: Room): void {
  useDeed(
    `go.${room}`,
    useCallback(() => void goTo(room), [room])
  )
}

async function newObject(): Promise<void> {
  await goTo('catalogue')
  openNew(mintId(), startOf())
}

/** The settings, at the fields that the museum has added. */
async function openFields(): Promise<void> {
  await goTo('settings')
  scrollToFields()
}

/** Once the room has been drawn, which may have to be read first. */
function scrollToFields(patience = 100): void {
  const part = document.querySelector('[data-testid="own-fields"]')
  if (part) part.scrollIntoView({ block: 'nearest' })
  else if (patience > 0) setTimeout(() => scrollToFields(patience - 1), 30)
}

/** A deed that ends in the status line, whatever comes of it. */
const quietly = (deed: () => Promise<void>) => () => void deed().catch(failed)

const DEEDS = {
  theme: () => setTheme(theme.get() === 'dark' ? 'light' : 'dark'),
  language: quietly(() => setLanguage(languageNow() === 'en' ? 'zh-CN' : 'en')),
  newObject: quietly(newObject),
  fields: quietly(openFields),
  backUp: quietly(backUp),
  check: quietly(checkMuseum),
  close: quietly(closeMuseum),
}

/** The deeds that can be done wherever one is. */
export function FrameDeeds() {
  useGo('catalogue')
  useGo('people')
  useGo('timeline')
  useGo('imports')
  useGo('batches')
  useGo('quality')
  useGo('vocabulary')
  useGo('history')
  useGo('numbers')
  useGo('reports')
  useGo('settings')
  useDeed('catalogue.new', DEEDS.newObject)
  useDeed('view.theme', DEEDS.theme)
  useDeed('view.language', DEEDS.language)
  useDeed('fields.open', DEEDS.fields)
  useDeed('fields.new', defineNew)
  useDeed('museum.backup', DEEDS.backUp)
  useDeed('museum.check', DEEDS.check)
  useDeed('museum.close', DEEDS.close)
  return null
}

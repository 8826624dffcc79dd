import './bridge/jitless.ts'
import { createRoot } from 'react-dom/client'
import { keepFresh } from './bridge/asking.ts'
import { museum } from './bridge/museum.ts'
import { giveStylesTheNonce } from './bridge/nonce.ts'
import { App } from './frame/App.tsx'
import { listenForPresses } from './frame/deeds.ts'
import { startLook } from './frame/look.ts'
import { keepAll } from './frame/place.ts'
import { loadReadings } from './kit/initials.ts'
import { settled } from './kit/later.tsx'
import './kit/look.css'
import './kit/kit.css'

giveStylesTheNonce()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
const { language, expected } = await museum.shell.about({})
await startLook(language)
keepFresh()
listenForPresses()
// what is typed goes to the host before the window does
window.addEventListener('beforeunload', () => void keepAll())
document.addEventListener('visibilitychange', () => void (document.hidden ? keepAll() : undefined))
createRoot(root).render(<App expected={expected} />)
settled.watch(() => void loadReadings())
// where no list is asked for: the start page
setTimeout(() => settled.set(true), 1500)

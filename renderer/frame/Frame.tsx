import { useEffect, type ComponentType } from 'react'
import type { z } from 'zod'
import type { workspace } from '../../shared/workspace/contract.ts'
import { asking } from '../bridge/asking.ts'
import { filesGiven, museum as calls, watch } from '../bridge/museum.ts'
import { forgetTables, readTables, tables } from '../bridge/tables.ts'
import { recentView } from '../audit/recent.ts'
import { CatalogueScreen } from '../catalogue/CatalogueScreen.tsx'
import { forgetView } from '../catalogue/view.ts'
import { forgetUndo } from '../catalogue/undo.ts'
import { forgetExchange } from '../exchange/making.ts'
import { forgetImport, givenFile } from '../imports/journey.ts'
import { keepOwnFields } from '../fields/own.ts'
import { later } from '../kit/later.tsx'
import { forgetShown } from '../vocabulary/shown.ts'
import { PaperHost } from '../paper/PaperHost.tsx'
import { forgetPaper } from '../paper/printing.ts'
import { forgetPeople } from '../people/view.ts'
import { reporting } from '../numbers/reporting.ts'
import { forgetReport } from '../reports/making.ts'
import { forgetViews } from '../views/start.ts'
import { Boundary } from './Boundary.tsx'
import { FrameDeeds } from './FrameDeeds.tsx'
import { HostNotices } from './HostNotices.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { goTo, place, type Room } from './place.ts'
import { follow, running, status } from './status.ts'
import { StatusLine } from './StatusLine.tsx'

/** What is known of a museum before it is open. */
export type KnownMuseum = Pick<OpenMuseum, 'id' | 'name'>
export type OpenMuseum = NonNullable<z.output<typeof workspace.state.output>['museum']>

const FieldDialog = later(async () => (await import('../fields/FieldDialog.tsx')).FieldDialog)

const SCREENS: Readonly<Record<Room, ComponentType>> = {
  catalogue: CatalogueScreen,
  people: later(async () => (await import('../people/PeopleScreen.tsx')).PeopleScreen),
  timeline: later(async () => (await import('../timeline/TimelineScreen.tsx')).TimelineScreen),
  imports: later(async () => (await import('../imports/ImportScreen.tsx')).ImportScreen),
  batches: later(async () => (await import('../imports/BatchesScreen.tsx')).BatchesScreen),
  numbers: later(async () => (await import('../numbers/NumbersScreen.tsx')).NumbersScreen),
  history: later(async () => (await import('../audit/RecentScreen.tsx')).RecentScreen),
  quality: later(async () => (await import('../quality/QualityScreen.tsx')).QualityScreen),
  vocabulary: later(async () => (await import('../vocabulary/VocabularyScreen.tsx')).VocabularyScreen),
  reports: later(async () => (await import('../reports/ReportsScreen.tsx')).ReportsScreen),
  settings: later(async () => (await import('../workspace/SettingsScreen.tsx')).SettingsScreen),
}

/** An open museum: navigation at the left, one room, the status line below. */
export function Frame(props: { readonly museum: OpenMuseum | KnownMuseum; readonly person: string }) {
  const { museum, person } = props
  const isOpen = 'folder' in museum
  const room = place.use()
  useEffect(() => {
    const stop = watch((event) => {
      if (event.kind === 'job') follow(event.job)
    })
    // jobs that were started before this window was drawn
    calls.workspace.jobs({}).then(
      ({ jobs }) => jobs.forEach(follow),
      () => undefined
    )
    const stopFields = keepOwnFields()
    // a museum that adds nothing to the tables has its list drawn once
    const before = tables.get()
    readTables().then(
      () => (tables.get() === before ? undefined : asking.invalidateQueries({ queryKey: ['catalogue'] })),
      () => undefined
    )
    const stopFiles = filesGiven((file) => {
      givenFile({ token: file.token, name: file.name, size: null })
      void goTo('imports')
    })
    return () => {
      stop()
      stopFiles()
      stopFields()
      // the next museum begins with nothing of this one
      forgetViews()
      forgetView()
      forgetUndo()
      forgetImport()
      forgetReport()
      forgetExchange()
      forgetTables()
      forgetShown()
      forgetPaper()
      forgetPeople()
      recentView.set({})
      reporting.clear()
      running.set(new Map())
      status.set({ state: 'quiet' })
      place.set('catalogue')
    }
  }, [])
  const Screen = SCREENS[room]
  return (
    <div className="frame">
      <Navigation museum={museum} />
      <main className="main">
        {isOpen ? <HostNotices uncleanEnd={museum.uncleanEnd} slowDisk={museum.slowDisk} /> : null}
        <div className="main-room">
          <Boundary key={room}>
            <Screen />
          </Boundary>
        </div>
      </main>
      <StatusLine opening={!isOpen} person={person} />
      <FrameDeeds />
      <PaperHost />
      <Palette />
      <FieldDialog />
    </div>
  )
}

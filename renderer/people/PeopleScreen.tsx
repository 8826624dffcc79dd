import { useDeed } from '../frame/deeds.ts'
import { pressFor } from '../frame/commands.ts'
import { Button } from '../kit/controls.ts'
import { Tabs } from '../kit/Tabs.tsx'
import { useWords } from '../kit/words.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { PartyDesk } from './PartyDesk.tsx'
import { PartyList } from './PartyList.tsx'
import { PairList } from './PairList.tsx'
import { TakePeople } from './TakePeople.tsx'
import { newParty, peopleView, show } from './view.ts'
import './people.css'

/** Persons, institutions and groups: the list beside the record, likely duplicates, and those the catalogue names. */
export function PeopleScreen() {
  const say = useWords()
  const { tab, open } = peopleView.use()
  useDeed('people.new', newParty)
  const tabs = (['list', 'pairs', 'take'] as const).map((key) => ({ key, words: say(`people.tab.${key}`) }))
  return (
    <div className="people">
      <header className="people-head">
        <h1>{say('frame.room.people')}</h1>
        <Tabs label={say('people.tabs')} tabs={tabs} chosen={tab} choose={(key) => show({ tab: key })} />
        <Button title={pressFor('people.new') ?? undefined} onClick={newParty}>
          {say('people.new')}
        </Button>
      </header>
      {tab === 'list' ? (
        <div className="people-both">
          <PartyList />
          <div className="people-desk">
            {open ? (
              <PartyDesk key={open.id} open={open} />
            ) : (
              <p className="soft people-choose">{say('people.choose')}</p>
            )}
          </div>
        </div>
      ) : null}
      {tab === 'pairs' ? <PairList /> : null}
      {tab === 'take' ? <TakePeople /> : null}
      <MergeDialog />
    </div>
  )
}

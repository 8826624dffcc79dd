import { found, view } from '../catalogue/view.ts'
import { pressFor } from '../frame/commands.ts'
import { run, useDeed } from '../frame/deeds.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { later } from '../kit/later.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { saveOut } from '../media/saveOut.ts'
import { changing, openChange } from './changing.ts'
import { chooseAll, chooseNone, choice, countOf, toldOf } from './chosen.ts'
import { copyChosen } from './copy.ts'
import './changes.css'

const ChangeDialog = later(async () => (await import('./ChangeDialog.tsx')).ChangeDialog)
const printChosen = (): void => run('paper.open')
const SaveOutDialog = later(async () => (await import('../media/SaveOutDialog.tsx')).SaveOutDialog)
const allFound = (): void => chooseAll(view.get().find)

/** How much of the list is chosen, and what can be done with it. */
export function ChosenBar() {
  const total = found.use()
  const count = countOf(choice.use(), total) ?? 0
  const isOpen = changing.use() !== null
  const some = count > 0
  useDeed('changes.all', allFound, { enabled: (total ?? 0) > 0 })
  useDeed('changes.none', chooseNone, { enabled: some })
  useDeed('changes.open', openChange, { enabled: some })
  useDeed('changes.copy', copyChosen, { enabled: some })
  // the dialog stays while what it changed is no longer found
  const dialog = isOpen ? <ChangeDialog /> : null
  const isEmpty = total === null || total === 0
  return (
    <>
      {dialog}
      <SaveOutDialog />
      {isEmpty ? null : <Bar some={some} count={count} total={total} />}
    </>
  )
}

function Bar({
  some,
  count,
  total,
}: {
  readonly some: boolean
  readonly count: number
  readonly total: number
}) {
  const say = useWords()
  return (
    <span className="chosen-bar">
      {some ? (
        <strong role="status" data-testid="chosen">
          {say('changes.chosen', { some: shownCount(count), all: shownCount(total) })}
        </strong>
      ) : null}
      {count === total ? null : (
        <button type="button" className="plain" onClick={allFound}>
          {say('changes.all')}
        </button>
      )}
      {some ? (
        <>
          <button type="button" className="plain" onClick={chooseNone}>
            {say('changes.none')}
          </button>
          <button type="button" className="plain" title="Ctrl+C" onClick={copyChosen}>
            {say('changes.copy')}
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => void saveOut(toldOf(choice.get())).catch(failed)}
          >
            {say('media.saveOut.chosen')}
          </button>
          <Button size="small" title={pressFor('paper.open') ?? undefined} onClick={printChosen}>
            {say('changes.print')}
          </Button>
          <Button size="small" title={pressFor('changes.open') ?? undefined} onClick={openChange}>
            {say('changes.open')}
          </Button>
        </>
      ) : null}
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_NAME } from '../../shared/people/record.ts'
import { namesIn } from '../../shared/people/rules.ts'
import type { Gathered } from '../../shared/people/contract.ts'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { Button, Input } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { firstChoice, keyOf, takingFor, takingWork, type Choice } from './taking.ts'
import { TakeRow } from './TakeRow.tsx'

const AT_ONCE = 50

/** Who is written in 著者 and 具体来源: ticked, checked and taken as one batch. */
export function TakePeople() {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['people', 'gather'],
    queryFn: () => museum.people.gather({}),
  })
  const { state, answer } = takingWork.use()
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [most, setMost] = useState(AT_ONCE)
  const [name, setName] = useState<string>(say('people.take.name.start'))
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="soft people-choose">{say('common.reading')}</p>
  const done = answer ? <Done answer={answer} /> : null
  if (data.total === 0 && !answer)
    return <Empty title={say('people.take.none')}>{say('people.take.none.what')}</Empty>
  const shown = data.texts.slice(0, most)
  const sure = shown.filter((one) => one.sure)
  const choiceOf = (one: Gathered): Choice => choices.get(keyOf(one)) ?? firstChoice(one)
  const decide = (one: Gathered, change: Partial<Choice>): void =>
    setChoices(new Map(choices).set(keyOf(one), { ...choiceOf(one), ...change }))
  const tickAll = (list: readonly Gathered[], ticked: boolean): void =>
    setChoices(
      new Map([...choices, ...list.map((one) => [keyOf(one), { ...choiceOf(one), ticked }] as const)])
    )
  const ticked = shown.filter((one) => choiceOf(one).ticked && namesIn(choiceOf(one).names).length > 0)
  const objects = ticked.reduce((sum, one) => sum + one.objects, 0)
  const take = async (): Promise<void> => {
    const texts = ticked.map((one) => takingFor(one, choiceOf(one)))
    if (await takingWork.start(() => museum.people.take({ name, texts }))) setChoices(new Map())
  }
  return (
    <div className="people-page">
      <p className="soft">{say('people.take.what')}</p>
      {done}
      <WorkView work={takingWork} />
      <div className="party-deeds">
        <Button onClick={() => tickAll(sure, true)}>{say('people.take.sure', { count: sure.length })}</Button>
        <Button type="text" disabled={ticked.length === 0} onClick={() => tickAll(shown, false)}>
          {say('people.take.untick')}
        </Button>
        <span className="soft">{say('people.take.total', { count: data.total })}</span>
      </div>
      <table className="table take" data-testid="take">
        <thead>
          <tr>
            <th scope="col">{say('people.take.text')}</th>
            <th scope="col">{say('people.take.field')}</th>
            <th scope="col" className="figure">
              {say('people.take.objects')}
            </th>
            <th scope="col">{say('people.take.names')}</th>
            <th scope="col">{say('people.take.role')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <TakeRow
              key={keyOf(one)}
              gathered={one}
              choice={choiceOf(one)}
              decide={(change) => decide(one, change)}
            />
          ))}
        </tbody>
      </table>
      {most < data.texts.length ? (
        <Button onClick={() => setMost(most + AT_ONCE)}>{say('people.more')}</Button>
      ) : null}
      <footer className="take-foot">
        <label>
          {say('people.take.name')}
          <Input value={name} maxLength={MOST_NAME} onChange={(event) => setName(event.target.value)} />
        </label>
        <Button
          type="primary"
          disabled={ticked.length === 0 || name.trim() === '' || state === 'running'}
          onClick={() => void take()}
        >
          {say('people.take.do', { texts: shownCount(ticked.length), objects: shownCount(objects) })}
        </Button>
      </footer>
    </div>
  )
}

function Done({ answer }: { readonly answer: NonNullable<ReturnType<typeof takingWork.get>['answer']> }) {
  const say = useWords()
  const { parties, links, objects } = answer
  return (
    <Notice
      tone="told"
      testId="taken"
      deeds={
        <>
          <Button onClick={() => void goTo('batches')}>{say('people.take.batches')}</Button>
          <Button type="text" onClick={() => takingWork.clear()}>
            {say('common.understood')}
          </Button>
        </>
      }
    >
      {say('people.take.done', {
        parties: shownCount(parties),
        links: shownCount(links),
        objects: shownCount(objects),
      })}
    </Notice>
  )
}

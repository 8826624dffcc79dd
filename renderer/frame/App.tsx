import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { Look } from '../kit/Look.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { Making } from '../workspace/Making.tsx'
import { StartScreen } from '../workspace/StartScreen.tsx'
import { Boundary } from './Boundary.tsx'
import { Frame, type KnownMuseum } from './Frame.tsx'
import { theme } from './look.ts'
import './frame.css'

/** `expected` is the museum that is about to be opened, where it is known from last time. */
export function App({ expected }: { readonly expected: KnownMuseum | null }) {
  return (
    <Look theme={theme.use()}>
      <QueryClientProvider client={asking}>
        <Boundary>
          <House expected={expected} />
        </Boundary>
      </QueryClientProvider>
    </Look>
  )
}

/** The open museum, or the start screen where there is none. */
function House({ expected }: { readonly expected: KnownMuseum | null }) {
  const say = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['workspace', 'state'],
    queryFn: () => museum.workspace.state({}),
  })
  if (data?.museum) return <Frame key={data.museum.id} museum={data.museum} person={data.person} />
  if (data) return <StartScreen recent={data.recent} refused={data.refused} />
  // the frame stands before the museum does: what it asks for waits
  if (!error && expected) return <Frame key={expected.id} museum={expected} person="" />
  if (!error)
    return (
      <Empty
        title={say('frame.opening')}
        deeds={<Making stage={say('workspace.start.sample.working')} stoppable={false} />}
      />
    )
  const again = <Button onClick={() => void refetch()}>{say('common.again')}</Button>
  return (
    <div className="room">
      <FaultNotice error={error} deeds={again} />
    </div>
  )
}

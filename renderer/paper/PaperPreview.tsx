import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PaperWish } from '../../shared/paper/contract.ts'
import { museum } from '../bridge/museum.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { Lacks } from './PaperDone.tsx'

const AFTER_TYPING_MS = 250

/** The first page as a picture: the same drawing that is printed. */
export function PaperPreview({ wish }: { readonly wish: PaperWish }) {
  const say = useWords()
  const settled = useSettled(wish)
  const { data, error } = useQuery({
    queryKey: ['paper', settled],
    queryFn: () => museum.paper.preview({ wish: settled }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error) return <FaultNotice error={error} />
  return (
    <figure className="paper-preview" data-testid="paper-preview">
      {data ? (
        <Drawing svg={data.svg} shape={shapeOf(data)} called={say('paper.preview')} />
      ) : (
        <p className="soft">{say('common.reading')}</p>
      )}
      {data ? (
        <figcaption className="soft">
          {say(`paper.preview.${settled.paper}`, { count: shownCount(data.objects) })}
          {settled.paper === 'label' ? <Lacks lacks={data.lacks} /> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}

/** A roll's small label is shown larger than it is. */
const shapeOf = ({ width, height }: { width: number; height: number }): string =>
  width > height ? 'paper-page wide' : 'paper-page'

/** What was wished a moment ago: not every letter typed is worth a page. */
function useSettled(wish: PaperWish): PaperWish {
  const [settled, setSettled] = useState(wish)
  const text = JSON.stringify(wish)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as PaperWish), AFTER_TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** A drawing as a picture: as such it runs nothing and fetches nothing. */
function Drawing(props: { readonly svg: string; readonly shape: string; readonly called: string }) {
  const { svg } = props
  const shown = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    if (shown.current) shown.current.src = made
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return <img ref={shown} className={props.shape} alt={props.called} />
}

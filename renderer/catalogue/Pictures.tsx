import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { museum } from '../bridge/museum.ts'
import { Modal } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'

const address = (picture: Picture): string => `app://media/${picture.sha256}`

/** The object's pictures in a strip; a click shows one large. */
export function Pictures({ objectId }: { readonly objectId: string }) {
  const say = useWords()
  const [large, setLarge] = useState<Picture | null>(null)
  const { data } = useQuery({
    queryKey: ['media', 'ofObject', objectId],
    queryFn: () => museum.media.ofObject({ objectId }),
  })
  const pictures = data?.pictures ?? []
  if (pictures.length === 0) return null
  const said = (picture: Picture): string => picture.caption ?? picture.view
  return (
    <>
      <ul className="pictures" aria-label={say('catalogue.pictures')}>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button type="button" title={said(picture)} onClick={() => setLarge(picture)}>
              <img src={`${address(picture)}?w=320`} alt={said(picture)} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        open={large !== null}
        footer={null}
        width="80vw"
        title={large ? said(large) : ''}
        onCancel={() => setLarge(null)}
      >
        {large ? <img className="picture-large" src={address(large)} alt={said(large)} /> : null}
      </Modal>
    </>
  )
}

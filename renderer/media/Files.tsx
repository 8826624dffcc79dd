import { useWords } from '../kit/words.ts'

/** Files in a list that is only so long: the count says how many there are. */
const MOST_SHOWN = 500

/** Files under a heading, with what is said of each; nothing where there are none. */
export function Files({ heading, files }: { readonly heading: string; readonly files: readonly string[] }) {
  const say = useWords()
  if (files.length === 0) return null
  return (
    <section>
      <h3>{say('media.photos.heading', { heading, count: files.length })}</h3>
      <ul className="pictures-told">
        {files.slice(0, MOST_SHOWN).map((file, at) => (
          <li key={`${String(at)} ${file}`}>{file}</li>
        ))}
      </ul>
    </section>
  )
}

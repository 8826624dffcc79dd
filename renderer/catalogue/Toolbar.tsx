import { useEffect, useRef, useState } from 'react'
import { run } from '../frame/deeds.ts'
import { pressFor } from '../frame/commands.ts'
import { Button, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { ChosenBar } from '../changes/ChosenBar.tsx'
import { ViewBar } from '../views/ViewBar.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { sortWords } from './columns.tsx'
import { focusGrid } from './gridHold.ts'
import { FacetChips } from './FacetChips.tsx'
import { found, seek, view } from './view.ts'

const AFTER_TYPING_MS = 120

/** Search box, what was found, how it is sorted, and what can be done with the list. */
export function Toolbar(props: { readonly facets: boolean; readonly toggleFacets: () => void }) {
  const say = useWords()
  const { sort } = view.use()
  const count = found.use()
  const press = pressFor('catalogue.new') ?? ''
  return (
    <div className="toolbar">
      <div className="toolbar-row">
        <Button
          aria-pressed={props.facets}
          icon={<Glyph name="facets" />}
          title={pressFor('view.facets') ?? undefined}
          onClick={props.toggleFacets}
        >
          {say('catalogue.facets')}
        </Button>
        <SearchBox />
        <Button icon={<Glyph name="plus" />} title={press} onClick={() => run('catalogue.new')}>
          {say('catalogue.new')}
        </Button>
        <ColumnChooser />
      </div>
      <div className="toolbar-row toolbar-told">
        <span role="status" data-testid="found">
          {count === null
            ? say('catalogue.counting')
            : say('catalogue.found', { objects: shownCount(count) })}
        </span>
        <span className="soft">
          {say(sort.descending ? 'catalogue.sorted.down' : 'catalogue.sorted.up', { by: sortWords(sort.by) })}
        </span>
        <ViewBar />
        <FacetChips />
        <ChosenBar />
      </div>
    </div>
  )
}

/** Searches a moment after the last key, never in the middle of a composition. */
function SearchBox() {
  const say = useWords()
  const sought = view.use().find.text
  const [text, setText] = useState(sought)
  const composing = useRef(false)
  const [taken, setTaken] = useState(sought)
  if (taken !== sought) {
    // the search was cleared from elsewhere
    setTaken(sought)
    setText(sought)
  }
  useEffect(() => {
    if (text === sought || composing.current) return
    const timer = setTimeout(() => seek(text), AFTER_TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, sought])
  return (
    <span className="toolbar-search" data-search>
      <Input
        allowClear
        value={text}
        maxLength={200}
        prefix={<Glyph name="search" />}
        placeholder={say('catalogue.search.placeholder')}
        aria-label={say('catalogue.search')}
        title={pressFor('catalogue.find') ?? undefined}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          seek(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (composing.current || isComposing(event.nativeEvent)) return
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          seek(text)
          focusGrid()
        }}
      />
    </span>
  )
}

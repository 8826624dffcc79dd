import { useState } from 'react'
import { Button, Checkbox, Popover } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { columnsNow, showColumn, type ShownColumn } from './gridHold.ts'

/** Which columns the list shows. */
export function ColumnChooser() {
  const say = useWords()
  const [columns, setColumns] = useState<readonly ShownColumn[]>([])
  const list = (
    <ul className="column-list">
      {columns.map(({ id, name, shown }) => (
        <li key={id}>
          <Checkbox
            checked={shown}
            onChange={(event) => {
              showColumn(id, event.target.checked)
              setColumns(columnsNow())
            }}
          >
            {name}
          </Checkbox>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={list}
      title={say('catalogue.columns')}
      onOpenChange={(open) => {
        if (open) setColumns(columnsNow())
      }}
    >
      <Button icon={<Glyph name="columns" />}>{say('catalogue.columns')}</Button>
    </Popover>
  )
}

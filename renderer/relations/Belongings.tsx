import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import { PartList } from './PartList.tsx'
import { RelationList } from './RelationList.tsx'
import { ownerOf } from './deeds.ts'
import './relations.css'

/** What belongs to a record: the parts of the object, and the objects that it has to do with. */
export function Belongings(props: {
  readonly record: ObjectRecord
  /** The revision that the form knows: nobody else has changed the record since. */
  readonly revision: number
  readonly stored: (record: ObjectRecord) => void
}) {
  const { record } = props
  return (
    <div className="belongings">
      <PartList record={record} revision={props.revision} stored={props.stored} />
      <RelationList owner={ownerOf(record)} />
    </div>
  )
}

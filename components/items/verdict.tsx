import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { type ItemState, STATES } from '@/lib/domain/items/item'

export type RepeatedBy = { id: string; ref: string; title: string; unit: string; state: ItemState }

type Props = {
  verdict: string | null
  /** Whether the item counts all the same. */
  counts: boolean
  original: RepeatedBy | null
  repeatedBy: readonly RepeatedBy[]
  /** Where an item opens: the desk, or the unit's own pages. */
  base: string
  /** In a column beside the main one. */
  small?: boolean
}

/** What was decided about an item, the one that it repeats, and those that repeat it, as far as they are within reach. */
export function VerdictNote({ verdict, counts, original, repeatedBy, base, small }: Props) {
  if (verdict === null && repeatedBy.length === 0) return null
  return (
    <Note small={small} className="mb-4">
      {verdict !== null && (
        <p>
          {verdict}
          <span className="text-sm text-second"> {counts ? '仍计入报送条数。' : '不再计入报送条数。'}</span>
        </p>
      )}
      {original && (
        <p>
          所重复的信息：
          <Other item={original} base={base} />
          {original.state !== 'received' && `（现为“${STATES[original.state]}”，如有必要可恢复本条）`}
        </p>
      )}
      {repeatedBy.length > 0 && (
        <>
          <p>与本条重复、不再计数的信息：</p>
          <List kind="plain" small={small}>
            {repeatedBy.map((item) => (
              <li key={item.id}>
                <Other item={item} base={base} />
              </li>
            ))}
          </List>
        </>
      )}
    </Note>
  )
}

function Other({ item: { id, ref, title, unit }, base }: { item: RepeatedBy; base: string }) {
  return (
    <Link href={`${base}/${id}`}>
      {ref} {unit}：{title}
    </Link>
  )
}

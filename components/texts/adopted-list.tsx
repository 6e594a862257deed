import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { State } from '@/components/ui/state'
import { type AdoptionFacts, adoptionInWords } from '@/lib/domain/adoptions/adoption'

type Adopted = AdoptionFacts & { id: string; itemId: string; unit: string; sharers: number; revoked: string | null }

/** The adoptions that were made of an edited text, each with the unit that has it. */
export function AdoptedList({ adoptions }: { adoptions: readonly Adopted[] }) {
  return (
    <List kind="plain" className="grid gap-2 mb-4">
      {adoptions.map((adoption) => (
        <li key={adoption.id} data-adopted={adoption.revoked === null ? 'stands' : 'revoked'}>
          <State sign={adoption.revoked === null ? 'done' : 'wrong'}>
            <Link href={`/desk/${adoption.itemId}#adoptions`}>{adoption.unit}</Link>
          </State>
          ：{adoptionInWords(adoption)}
          {adoption.sharers > 1 && `，由 ${adoption.sharers} 个单位共享`}
          {adoption.revoked !== null && `；已撤销，原因：${adoption.revoked}`}
        </li>
      ))}
    </List>
  )
}

import { type AdoptionFacts, adoptionInWords } from '@/lib/domain/adoptions/adoption'

type Adopted = AdoptionFacts & { id: string; itemId: string; unit: string; sharers: number; revoked: string | null }

/** The adoptions that were made of an edited text, each with the unit that has it. */
export function AdoptedList({ adoptions }: { adoptions: readonly Adopted[] }) {
  return (
    <ul className="text-adopted">
      {adoptions.map((adoption) => (
        <li key={adoption.id} data-adopted={adoption.revoked === null ? 'stands' : 'revoked'}>
          <a href={`/desk/${adoption.itemId}#adoptions`}>{adoption.unit}</a>：{adoptionInWords(adoption)}
          {adoption.sharers > 1 && `，由 ${adoption.sharers} 个单位共享`}
          {adoption.revoked !== null && `；已撤销，原因：${adoption.revoked}`}
        </li>
      ))}
    </ul>
  )
}

import { eventInWords } from '@/components/item/words'
import { ROLES } from '@/lib/domain/policy'
import { chineseDateTime } from '@/lib/domain/quarter'

type Entry = { verb: string; at: number; by: string | null; byUnit: string | null; reason: string | null }

/** Everything that happened to an item, oldest first: when, who, what and why. */
export function History({ entries }: { entries: readonly Entry[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">办理记录</h2>
      <ol className="history">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.verb} ${entry.reason}`}>
            <span>
              {chineseDateTime(entry.at)}　{whoInWords(entry)}
            </span>
            <p>{eventInWords(entry)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whoInWords({ by, byUnit }: Entry): string {
  return by === null ? ROLES.operator : [byUnit, by].filter(Boolean).join(' ')
}

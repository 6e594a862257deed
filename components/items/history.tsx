import type { EventVerb } from '@/lib/domain/items/event'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { Paragraphs } from './item-reading'
import { eventInWords } from './words'

type Event = { verb: EventVerb; at: number; by: string | null; byUnit: string | null; reason: string | null }

/** 办理过程: who did what to the item, in plain words. */
export function History({ events }: { events: readonly Event[] }) {
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history">办理过程</h2>
      {events.length === 0 ? (
        <p className="mt-2 text-second">尚未报送。报送、退回、采用等经过将列在这里。</p>
      ) : (
        <ol className="history">
          {events.map((event) => (
            <li key={`${event.at}-${event.verb}-${event.reason}`}>
              <span>{chineseDateTime(event.at)}</span>
              <span>{eventInWords(event)}</span>
              <span>{actorOf(event)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function actorOf({ by, byUnit }: Event): string {
  return by === null ? '数据导入' : `${byUnit ?? '区政府办公室'} ${by}`
}

type Version = { version: number; title: string; body: string; at: number }

/** What the unit sent before, where it differs from what stands now. */
export function EarlierVersions({
  versions,
  now,
}: {
  versions: readonly Version[]
  now: { title: string; body: string }
}) {
  const earlier = versions.filter(({ title, body }) => title !== now.title || body !== now.body)
  return earlier.map((version) => (
    <details key={version.version} className="mt-4">
      <summary>{chineseDateTime(version.at)} 报送的原稿</summary>
      <p className="mt-2 font-semibold">{version.title}</p>
      <Paragraphs text={version.body} />
    </details>
  ))
}

import { Disclosure } from '@/components/ui/disclosure'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { Timeline } from '@/components/ui/timeline'
import type { EventVerb } from '@/lib/domain/items/event'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { eventInWords } from '../../lib/domain/items/event'

type Event = { verb: EventVerb; at: number; by: string | null; byUnit: string | null; reason: string | null }

/** 办理过程: who did what to the item, in plain words. */
export function History({ events, small }: { events: readonly Event[]; small?: boolean }) {
  return (
    <Section title="办理过程" id="history" small={small}>
      {events.length === 0 ? (
        <p className="text-second">尚未报送。报送、退回、采用等经过将列在这里。</p>
      ) : (
        <Timeline
          small={small}
          steps={events.map((event) => ({
            key: `${event.at}-${event.verb}-${event.reason}`,
            at: chineseDateTime(event.at),
            says: eventInWords(event),
            by: actorOf(event),
          }))}
        />
      )}
    </Section>
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
    <div key={version.version} className="mt-4">
      <Disclosure summary={`${chineseDateTime(version.at)} 报送的原稿`}>
        <p className="mb-2 font-semibold">{version.title}</p>
        <Reading text={version.body} indent />
      </Disclosure>
    </div>
  ))
}

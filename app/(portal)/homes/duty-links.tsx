import { Link } from '@/components/ui/link'
import type { NoticeDuty } from '@/lib/data/notices/duties'

/** What waits for one in the notices, each with the way there. */
export function DutyLinks({ duties }: { duties: readonly NoticeDuty[] }) {
  return duties.map(({ words, href }) => (
    <Link key={href + words} href={href}>
      {words}
    </Link>
  ))
}

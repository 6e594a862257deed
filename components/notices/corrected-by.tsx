import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { chineseDate } from '@/lib/domain/time/quarter'

type Props = { correction: { id: string; number: string; date: string }; base: string; id: string; paired: boolean }

/** At the head of a notice that was corrected: by what, and the way to both, one after the other. */
export function CorrectedBy({ correction: { id, number, date }, base, id: corrected, paired }: Props) {
  return (
    <Note tone="late" className="mb-4 print:hidden">
      本通报已由<Link href={`${base}/${id}`}>{number}</Link>更正（{chineseDate(date)}）。
      {paired ? (
        <Link href={`${base}/${corrected}`}>只看本通报</Link>
      ) : (
        <Link href={`${base}/${corrected}?with=${id}`}>与更正一并查看</Link>
      )}
    </Note>
  )
}

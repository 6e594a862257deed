import { Absent } from '@/components/ui/shell/absent'
import { Broken } from '@/components/ui/shell/broken'
import { Refusal } from '@/components/ui/shell/refusal'
import { pagesWith } from '@/lib/action/page'

/** What every page is made by: what it asks for, and how it is drawn (lib/action/page). */
export const page = pagesWith({
  absent: () => <Absent />,
  refused: (reason) => <Refusal reason={reason} />,
  broken: (reference) => <Broken reference={reference} />,
})

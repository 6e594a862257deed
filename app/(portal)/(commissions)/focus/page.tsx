import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { FocusForm } from '@/components/commissions/focus-form'
import { Empty } from '@/components/ui/empty'
import { List } from '@/components/ui/list'
import { PageHead } from '@/components/ui/page-head'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { focusesSoFar } from '@/lib/data/commissions/focuses'
import { can } from '@/lib/domain/people/policy'
import { weekAfter, weekInWords, weekOfInstant } from '@/lib/domain/time/week'
import { writeFocus } from '../commissions/actions'

export const metadata: Metadata = { title: '报送重点' }

const WEEKS_AHEAD = 4

/** What all units are asked to write about, week by week. */
export default page('/focus', async ({ viewer }) => {
  const now = Date.now()
  const focuses = await focusesSoFar(viewer, now)
  const week = weekOfInstant(now)
  const weeks = Array.from({ length: WEEKS_AHEAD }, (_, n) => weekAfter(week, n))
  return (
    <Sheet>
      <PageHead title="报送重点" trail={[{ href: '/commissions', name: '约稿' }]} />
      {focuses.length === 0 && <Empty>还没有发布过报送重点。发布后，各周的重点列在这里。</Empty>}
      <List kind="plain">
        {focuses.map((focus) => (
          <li key={focus.week} className="py-4 border-b border-line">
            <h2 className="mb-2">
              {weekInWords(focus.week)}
              {focus.week === week && '（本周）'}
              {focus.week > week && '（尚未开始，单位未见）'}
            </h2>
            <Reading text={focus.words} />
          </li>
        ))}
      </List>
      {can(viewer, 'focus.write').allowed && (
        <Section title="发布报送重点" id="publish" className="pt-2 max-w-[48em] print:hidden">
          <FocusForm
            userId={viewer.userId}
            action={writeFocus}
            formKey={newFormKey(viewer)}
            weeks={weeks.map((monday) => ({ week: monday, name: weekInWords(monday) }))}
            week={week}
            words={focuses.find((focus) => focus.week === week)?.words ?? ''}
          />
        </Section>
      )}
    </Sheet>
  )
})

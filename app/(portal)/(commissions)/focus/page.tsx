import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import '@/components/commissions/commissions.css'
import { FocusForm } from '@/components/commissions/focus-form'
import { page } from '@/lib/action/page'
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
    <div className="sheet">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/commissions">约稿</a> › <span aria-current="page">报送重点</span>
      </nav>
      <h1>报送重点</h1>
      {focuses.length === 0 && <p className="empty">还没有发布过报送重点。发布后，各周的重点列在这里。</p>}
      <ol className="focuses">
        {focuses.map((focus) => (
          <li key={focus.week}>
            <h2>
              {weekInWords(focus.week)}
              {focus.week === week && '（本周）'}
              {focus.week > week && '（尚未开始，单位未见）'}
            </h2>
            <p className="reading mt-2">{focus.words}</p>
          </li>
        ))}
      </ol>
      {can(viewer, 'focus.write').allowed && (
        <section aria-labelledby="publish" className="focus-edit no-print mt-8">
          <h2 id="publish" className="mb-4">
            发布报送重点
          </h2>
          <FocusForm
            action={writeFocus}
            formKey={randomUUID()}
            weeks={weeks.map((monday) => ({ week: monday, name: weekInWords(monday) }))}
            week={week}
            words={focuses.find((focus) => focus.week === week)?.words ?? ''}
          />
        </section>
      )}
    </div>
  )
})

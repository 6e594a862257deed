import { SecondEyesForm, ViewForms } from '@/components/desk/view-forms'
import { builtInViews, Views } from '@/components/desk/views'
import { newFormKey } from '@/lib/auth/form-key'
import { waitingCount } from '@/lib/data/adoptions/proposals'
import { deskCounts } from '@/lib/data/desk/counts'
import { viewsOf } from '@/lib/data/desk/views'
import { categoriesFor } from '@/lib/data/office/categories'
import { settingsOf } from '@/lib/data/office/settings'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { changeSetting } from '../../(office)/actions'
import { dropView, keepView } from './desk-actions'
import { formatDeskQuery, parseDeskQuery } from './query'

/** The built-in views and the kept ones with their counts, and the forms that keep and delete them. */
export async function deskViews(viewer: Viewer, query: string, now: number) {
  const [kept, waiting, settings, categories] = await Promise.all([
    viewsOf(viewer),
    waitingCount(viewer),
    settingsOf(viewer),
    categoriesFor(viewer),
  ])
  const named = [...builtInViews(quarterOfInstant(now), categories), ...kept].flatMap((view) => {
    const filter = parseDeskQuery(Object.fromEntries(new URLSearchParams(view.query)), categories)
    return filter ? [{ name: view.name, query: formatDeskQuery(filter), filter }] : []
  })
  const counts = await deskCounts(
    viewer,
    named.map(({ filter }) => filter),
  )
  const views = named.map(({ name, query: of }, i) => ({ name, query: of, count: counts[i] ?? { n: 0, more: false } }))
  return (
    <>
      <Views views={views} query={query} waiting={waiting} />
      <ViewForms
        keep={keepView}
        drop={dropView}
        formKey={newFormKey(viewer)}
        query={query}
        mayShare={can(viewer, 'view.share').allowed}
        kept={kept}
      />
      {can(viewer, 'setting.change').allowed && (
        <SecondEyesForm action={changeSetting} formKey={newFormKey(viewer)} value={settings['desk.second_eyes']} />
      )}
    </>
  )
}

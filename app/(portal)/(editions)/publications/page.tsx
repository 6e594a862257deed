import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PublicationForm } from '@/components/editions/publication-form'
import { PublicationTable } from '@/components/editions/publication-table'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { publicationsOf } from '@/lib/data/editions/publications'
import { kindsFor } from '@/lib/data/rules/levels'
import { can } from '@/lib/domain/people/policy'
import { keepPublication } from './actions'

export const metadata: Metadata = { title: '刊物' }

/** The publications of the office, and where it defines another. */
export default page('/publications', async ({ viewer }) => {
  const rows = await publicationsOf(viewer)
  const keeps = can(viewer, 'publication.keep').allowed
  const first = {
    issuer: rows.at(-1)?.issuer ?? '',
    position: Math.min(99, Math.max(0, ...rows.map(({ position }) => position)) + 1),
  }
  return (
    <Sheet>
      <PageHead title="刊物" />
      <p className="mb-4 max-w-[40em] text-second">
        办公室编发的刊物。发刊时，刊内各条按刊物的采用类别登记采用，供稿单位即可看到刊物和期号。
      </p>
      {rows.length > 0 ? (
        <PublicationTable rows={rows} composes={keeps} />
      ) : (
        <Empty>
          {keeps
            ? '还没有刊物。在下面设立一种，即可从来稿中选取信息编排、发刊；各种刊物列在这里。'
            : '还没有发过刊。刊物发刊后列在这里，可以打开各期。'}
        </Empty>
      )}
      {keeps && (
        <Section title="设立刊物" className="mt-8">
          <PublicationForm
            action={keepPublication}
            formKey={newFormKey(viewer)}
            kinds={await kindsFor(viewer)}
            first={first}
          />
        </Section>
      )}
    </Sheet>
  )
})

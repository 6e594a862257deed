import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { ReasonForm } from '@/components/desk/reason-form'
import { Disclosure } from '@/components/ui/disclosure'
import { List } from '@/components/ui/list'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { REASON_VERBS } from '@/lib/domain/desk/reason'
import { keepReason } from './actions'

export const metadata: Metadata = { title: '办理原因' }

/** The office's own reasons for what it does not use, rules a duplicate or sends back. */
export default page('/reasons', async ({ viewer }) => {
  const codes = await reasonCodes(viewer)
  const nextPosition = Math.min(99, Math.max(0, ...codes.map(({ position }) => position)) + 1)
  const props = () => ({ userId: viewer.userId, action: keepReason, formKey: newFormKey(viewer), nextPosition })
  return (
    <Sheet>
      <PageHead
        title="办理原因"
        trail={[{ href: '/desk', name: '采编台' }]}
        about="定为未采用、重复或退回时从这里选用，报送单位会看到。改动和停用不影响已经办理的信息。"
      />
      {Object.entries(REASON_VERBS).map(([verb, name]) => (
        <Section key={verb} title={name}>
          <List>
            {codes
              .filter((code) => code.verb === verb)
              .map((code) => (
                <li key={code.id}>
                  {code.words}
                  {code.retired && '（停用）'}
                  <Disclosure
                    small
                    summary={
                      <>
                        修改<span className="sr-only">：{code.words}</span>
                      </>
                    }
                  >
                    <ReasonForm {...props()} reason={code} />
                  </Disclosure>
                </li>
              ))}
          </List>
        </Section>
      ))}
      <Section title="增加原因">
        <ReasonForm {...props()} />
      </Section>
    </Sheet>
  )
})

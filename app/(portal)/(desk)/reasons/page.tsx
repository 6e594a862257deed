import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { ReasonForm } from '@/components/desk/reason-form'
import { page } from '@/lib/action/page'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { REASON_VERBS } from '@/lib/domain/desk/reason'
import { keepReason } from './actions'

export const metadata: Metadata = { title: '办理原因' }

/** The office's own reasons for what it does not use, rules a duplicate or sends back. */
export default page('/reasons', async ({ viewer }) => {
  const codes = await reasonCodes(viewer)
  const nextPosition = Math.min(99, Math.max(0, ...codes.map(({ position }) => position)) + 1)
  const props = () => ({ userId: viewer.userId, action: keepReason, formKey: randomUUID(), nextPosition })
  return (
    <div className="sheet">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/desk">采编台</a> › <span aria-current="page">办理原因</span>
      </nav>
      <h1>办理原因</h1>
      <p className="mt-2 text-second">
        定为未采用、重复或退回时从这里选用，报送单位会看到。改动和停用不影响已经办理的信息。
      </p>
      {Object.entries(REASON_VERBS).map(([verb, name]) => (
        <section key={verb} aria-labelledby={verb} className="mt-6">
          <h2 id={verb}>{name}</h2>
          <ul className="reasons">
            {codes
              .filter((code) => code.verb === verb)
              .map((code) => (
                <li key={code.id}>
                  {code.words}
                  {code.retired && '（停用）'}
                  <details>
                    <summary aria-label={`修改：${code.words}`}>修改</summary>
                    <ReasonForm {...props()} reason={code} />
                  </details>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <h2 className="mt-8 mb-4">增加原因</h2>
      <ReasonForm {...props()} />
    </div>
  )
})

import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AnswerTable } from '@/components/commissions/answer-table'
import { CloseForm } from '@/components/commissions/close-form'
import { tallyInWords } from '@/components/commissions/commission-table'
import { Actions } from '@/components/ui/actions'
import { Facts } from '@/components/ui/facts'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Reading } from '@/components/ui/reading'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { commissionOf } from '@/lib/data/commissions/commissions'
import { categoriesFor } from '@/lib/data/office/categories'
import { tally, timeLeft } from '@/lib/domain/commissions/commission'
import { can, reaches } from '@/lib/domain/people/policy'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { closeCommission } from '../actions'

export const metadata: Metadata = { title: '约稿' }

/** One commission: what is asked, and how far the answers are. */
export default page('/commissions/[id]', async ({ viewer, params }) => {
  const { id } = params
  const now = Date.now()
  const { topic, words, deadline, askedAt, askedBy, closedAt, answers } = await commissionOf(viewer, id, now)
  const categories = await categoriesFor(viewer)
  const own = viewer.unitId === null ? undefined : answers[0]
  const owes = own !== undefined && (own.state === 'waiting' || own.state === 'overdue')
  const path = viewer.role === 'editor' ? '/desk' : '/items'
  const facts: [string, string][] = [
    ['发出', `${chineseDateTime(askedAt)}，${askedBy}`],
    ['截止时间', `${chineseDateTime(deadline)}（${closedAt === null ? timeLeft(deadline, now) : '已结束'}）`],
    ...(closedAt === null ? [] : [['结束', chineseDateTime(closedAt)] as [string, string]]),
    ...(own ? [] : [['回复情况', tallyInWords(answers)] as [string, string]]),
  ]
  return (
    <Sheet>
      <PageHead title={topic} trail={[{ href: '/commissions', name: '约稿' }]} />
      <div className="grid gap-6">
        <Facts facts={facts} ruled />
        <Reading text={words} indent />
        {owes && can(viewer, 'commission.answer').allowed && (
          <Actions>
            <Link href={`/items/new?commission=${id}`} kind="primary">
              报送信息回复
            </Link>
          </Actions>
        )}
      </div>
      {categories.map(({ key, name }) => {
        const rows = answers.filter((answer) => answer.category === key)
        if (rows.length === 0) return null
        return (
          <AnswerTable
            key={key}
            rows={rows}
            deadline={deadline}
            caption={own ? '本单位的回复' : `${name}：${tallyInWords(rows)}`}
            itemPath={(item) =>
              reaches(viewer, { unitId: own?.unitId ?? '', state: item.state, submitted: true })
                ? `${path}/${item.id}`
                : null
            }
          />
        )
      })}
      {can(viewer, 'commission.ask').allowed && (
        <CloseForm
          action={closeCommission}
          formKey={newFormKey(viewer)}
          id={id}
          closed={closedAt !== null}
          open={tally(answers.map(({ state }) => state)).open}
        />
      )}
    </Sheet>
  )
})

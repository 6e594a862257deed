'use client'
import { Actions } from '@/components/ui/actions'
import { Facts } from '@/components/ui/facts'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { ActionForm, faultOf, SendButton } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/base/result'
import type { CheckReport } from '@/lib/domain/checking/report'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'
import { Report } from './report'

/** What a printed code stands for; null where no notice was issued under it. */
export type VerifiedWords = {
  number: string
  title: string
  date: string
  code: string
  digest: string
  issuedAt: number
  intact: boolean
  corrections: readonly { number: string; date: string }[]
  report: CheckReport | null
} | null

/** 通报查验: the code of a paper, and if one likes the file, against what was issued. */
export function VerifyForm({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} refresh={false}>
      {(result) => (
        <>
          <Fields>
            <InputField
              result={result}
              name="code"
              label="校验码"
              help="印在通报末页，例如 7F3K-9Q2M-4T8W；不分大小写，可不输入短横。"
              autoComplete="off"
              autoCapitalize="characters"
            />
            <FileInput
              name="files"
              label="通报文件（可不选）"
              help="选择 Word 文档或纯文本，与印发件逐字对照。"
              accept=".txt,.docx"
              fault={faultOf(result, 'files')}
            />
            <Actions>
              <SendButton>查验</SendButton>
            </Actions>
          </Fields>
          <div role="status" className="mt-6">
            {result.status === 'done' && <Verified found={result.data as VerifiedWords} />}
          </div>
        </>
      )}
    </ActionForm>
  )
}

function Verified({ found }: { found: VerifiedWords }) {
  if (found === null) {
    return <Note tone="wrong">没有以这个校验码印发的通报。请核对校验码；仍查不到的，该文件不是本系统印发的。</Note>
  }
  const { number, title, date, code, digest, issuedAt, intact, corrections, report } = found
  return (
    <div className="grid gap-4">
      <Note tone={intact ? 'done' : 'wrong'}>
        {intact
          ? `校验码 ${code} 属实，请核对纸质文件的文号、标题和日期与下列内容是否一致。`
          : '系统中保存的印发件与印发时的摘要不符，请报告区政府办公室。'}
      </Note>
      <Facts
        kind="lines"
        small
        facts={[
          ['标题', title],
          ['发文字号', number],
          ['成文日期', chineseDate(date)],
          ['印发时间', chineseDateTime(issuedAt)],
          ['数据摘要（SM3）', digest],
        ]}
      />
      {corrections.map((correction) => (
        <Note key={correction.number} tone="late">
          本通报已由{correction.number}（{chineseDate(correction.date)}）更正。
        </Note>
      ))}
      {report && (
        <Section title="与印发件对照" ruled>
          <Report report={report} title="对照结果" />
        </Section>
      )}
    </div>
  )
}

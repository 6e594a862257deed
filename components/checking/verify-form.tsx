'use client'
import { Facts } from '@/components/ui/facts'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
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
          <Field
            name="code"
            label="校验码"
            help="印在通报末页，例如 7F3K-9Q2M-4T8W；不分大小写，可不输入短横。"
            fault={faultOf(result, 'code')}
          >
            {(control) => (
              <input
                {...control}
                name="code"
                className="input"
                autoComplete="off"
                autoCapitalize="characters"
                defaultValue={typedValue(result, 'code')}
              />
            )}
          </Field>
          <Field
            name="files"
            label="通报文件（可不选）"
            help="选择 Word 文档或纯文本，与印发件逐字对照。"
            fault={faultOf(result, 'files')}
          >
            {(control) => <input {...control} name="files" type="file" accept=".txt,.docx" className="input" />}
          </Field>
          <SendButton>查验</SendButton>
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
    return (
      <p className="note note-fault">没有以这个校验码印发的通报。请核对校验码；仍查不到的，该文件不是本系统印发的。</p>
    )
  }
  const { number, title, date, code, digest, issuedAt, intact, corrections, report } = found
  return (
    <>
      <p className={`note ${intact ? 'note-done' : 'note-fault'}`}>
        {intact
          ? `校验码 ${code} 属实，请核对纸质文件的文号、标题和日期与下列内容是否一致。`
          : '系统中保存的印发件与印发时的摘要不符，请报告区政府办公室。'}
      </p>
      <div className="mt-4">
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
      </div>
      {corrections.map((correction) => (
        <p key={correction.number} className="note note-late mt-4">
          本通报已由 {correction.number}（{chineseDate(correction.date)}）更正。
        </p>
      ))}
      {report && (
        <section className="check-result">
          <h2>与印发件对照</h2>
          <Report report={report} title="对照结果" />
        </section>
      )}
    </>
  )
}

'use client'
import { Actions } from '@/components/ui/actions'
import { Facts } from '@/components/ui/facts'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { ActionForm, faultOf, SendButton } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import type { FormAction } from '@/lib/domain/base/result'
import type { Compared } from '@/lib/domain/checking/issued'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'

/** What a printed code stands for; null where no notice was ever issued under it. */
export type VerifiedWords = IssuedWords | { forged: true; code: string; issuedAt: number } | null

type IssuedWords = {
  number: string
  title: string
  date: string
  code: string
  digest: string
  issuedAt: number
  intact: boolean
  corrections: readonly { number: string; date: string }[]
  anchor: { seq: number; hash: string } | null
  compared: Compared | null
}

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
              help="选择 PDF、Word 文档或纯文本，与印发件逐字对照。"
              accept=".txt,.docx,.pdf"
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
  if ('forged' in found) {
    return (
      <Note role="alert" tone="wrong">
        {chineseDateTime(found.issuedAt)}曾以校验码 {found.code}{' '}
        印发通报，系统中现存的与当时印发的不符：印发件被替换或删除。 请妥善保管手中的通报，并报告区政府办公室。
      </Note>
    )
  }
  const { number, title, date, code, digest, issuedAt, intact, corrections, anchor, compared } = found
  return (
    <div className="grid gap-4">
      {!intact && <Note tone="wrong">系统中保存的印发件与印发时的摘要不符，请报告区政府办公室。</Note>}
      {compared ? <Held compared={compared} number={number} /> : intact && <CodeAlone code={code} />}
      <Facts
        kind="lines"
        small
        facts={[
          ['标题', title],
          ['发文字号', number],
          ['成文日期', chineseDate(date)],
          ['印发时间', chineseDateTime(issuedAt)],
          ['数据摘要（SM3）', digest],
          ...(anchor ? [['审计日志', `第 ${anchor.seq} 条，校验值 ${anchor.hash}`] as const] : []),
        ]}
      />
      {corrections.map((correction) => (
        <Note key={correction.number} tone="late">
          本通报已由{correction.number}（{chineseDate(correction.date)}）更正。
        </Note>
      ))}
    </div>
  )
}

/** A code can be copied onto any paper: alone it says what it belongs to, and nothing of the paper in hand. */
function CodeAlone({ code }: { code: string }) {
  return (
    <Note>
      校验码 {code}{' '}
      确为本系统所发，属于下列通报。仅凭校验码不能证明手中的文件未经改动：请核对文号、标题和日期，或选择文件对照全文。
    </Note>
  )
}

/** What the file in hand is, held against what was issued: where it differs, and never what stands there. */
function Held({ compared: { verdict, places }, number }: { compared: Compared; number: string }) {
  if (verdict === 'equal') return <Note tone="done">手中的文件与印发件内容一致。</Note>
  if (verdict === 'other') return <Note tone="wrong">手中的文件不是 {number}，内容大不相同。</Note>
  return (
    <>
      <Note tone="wrong">手中的文件与印发件不一致，共 {places.length} 处。原文请向印发机关查询。</Note>
      <List kind="points">
        {places.slice(0, MOST_PLACES).map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place may differ twice, and the list never changes
          <li key={index}>{place || '未能定位'}</li>
        ))}
        {places.length > MOST_PLACES && <li>其余 {places.length - MOST_PLACES} 处从略。</li>}
      </List>
    </>
  )
}

const MOST_PLACES = 20

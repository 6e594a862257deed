import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Table } from '@/components/ui/table'
import { sizeInWords } from '@/lib/domain/attachments/attachment'
import type { CopyPlace } from '@/lib/domain/secrecy/isolation'

const HEADS = ['存放处', '位置'].map((name) => ({ name }))

/** Where copies lie, as far as the portal knows. */
export function CopiesTable({ copies }: { copies: readonly CopyPlace[] }) {
  return (
    <Table caption="副本存放处" heads={HEADS} small>
      <tbody>
        {copies.map(({ what, where }) => (
          <tr key={`${what}${where}`}>
            <td data-wide="">{what}</td>
            <td data-label="位置" className="wrap-anywhere">
              {where}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type Kept = {
  id: string
  texts: readonly { what: string; record: string; text: string }[]
  files: readonly { id: string; name: string; size: number }[]
}

/** What was isolated, for whoever has to judge it; folded, so that nobody reads it in passing. */
export function IsolatedContent({ id, texts, files }: Kept) {
  return (
    <Disclosure summary="查看被隔离的内容">
      <p className="mt-2 text-sm text-second">打开本页和附件都记入查阅记录。</p>
      {files.length > 0 && (
        <List>
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/isolations/${id}/files/${file.id}`} download kind="quiet">
                {file.name}
              </Link>
              <small className="text-sm text-second">{sizeInWords(file.size)}</small>
            </li>
          ))}
        </List>
      )}
      {texts.map(({ what, text, record }) => (
        <section key={`${what}${record}`} className="mt-4">
          <h3 className="font-semibold">{what}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
        </section>
      ))}
    </Disclosure>
  )
}

import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
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

/** What was isolated, for whoever has to judge it; folded, so that nobody reads it in passing. */
export function IsolatedTexts({ texts }: { texts: readonly { what: string; record: string; text: string }[] }) {
  return (
    <Disclosure summary="查看被隔离的内容">
      {texts.map(({ what, text, record }) => (
        <section key={`${what}${record}`} className="mt-4">
          <h3 className="font-semibold">{what}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
        </section>
      ))}
    </Disclosure>
  )
}

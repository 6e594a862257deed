import { Table } from '@/components/ui/table'

/** Stands in the file alone: too long for a page. */
const NOT_SHOWN = '校验值'

type Props = {
  caption: string
  /** Each by the heads of its columns, as auditInWords and accessInWords give it. */
  lines: readonly Readonly<Record<string, string | number>>[]
  empty: string
}

/** Lines of a log, newest first. */
export function AuditTable({ caption, lines, empty }: Props) {
  const names = Object.keys(lines[0] ?? {}).filter((name) => name !== NOT_SHOWN)
  const heads = names.map((name) => ({ name, number: name === '序号' }))
  return (
    <Table caption={`${caption}，由新到旧`} heads={heads} small empty={lines.length === 0 && empty}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.序号}>
            {names.map((name) => (
              <td key={name} data-label={name} {...(name === '序号' && { 'data-number': '' })}>
                {line[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

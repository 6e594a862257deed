import 'server-only'
import type { accesses } from '@/db/schema'
import { type AccessDetail, fileIn, rightIn } from '@/lib/domain/office/access'
import { parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import type { LineOf } from './lines'
import { subjectsInWords } from './subjects'

/** Lines of the access log with their objects in words: what was read, which file, which right was wanting. */
export async function accessedInWords(lines: readonly LineOf<typeof accesses>[]) {
  const details = lines.map(({ detail }) => JSON.parse(detail) as AccessDetail)
  const asked = lines.flatMap(({ subject }) => (fileIn(subject) ?? rightIn(subject))?.asked ?? [subject])
  const words = await subjectsInWords([...asked, ...details.flatMap(({ accounts = [] }) => accounts)])
  const called = (id: string) => words.get(id) ?? (parseQuarter(id) ? quarterName(parseQuarter(id) as never) : null)
  return lines.map((line, i) => {
    const { count, accounts = [] } = details[i] ?? {}
    const [file, refused] = [fileIn(line.subject), rightIn(line.subject)]
    const named = ((file ?? refused)?.asked ?? accounts).flatMap((id) => called(id) ?? [])
    const object = file ? [file.words, ...named].join(' ') : (called(line.subject) ?? (named.join('、') || null))
    return { ...line, object, right: refused?.right ?? null, address: refused?.address ?? '', count: count ?? null }
  })
}

import { checkNotice, compareWithIssued, type Known } from '@/lib/domain/checking/consistency'
import type { Compared } from '@/lib/domain/checking/issued'
import type { CheckReport } from '@/lib/domain/checking/report'
import { type ReadDocument, readNotice } from './read'
import type { NamedBytes } from './tables'

/** What a document is held against here: always with the copies that were issued. */
type KnownHere = Required<Known>

/** Checks the documents in files, and what was pasted. Throws Fault("invalid") for what cannot be read. */
export async function checkFiles(
  files: readonly NamedBytes[],
  pasted: readonly ReadDocument[],
  known: KnownHere,
): Promise<{ name: string; report: CheckReport }[]> {
  const read = files.length > 0 ? await readNotice(files, known.categories) : []
  return [...read, ...pasted].map(({ name, text, remarks = [] }) => {
    const report = checkNotice(text, known)
    return { name, report: { ...report, remarks: [...remarks, ...report.remarks] } }
  })
}

/**
 * Compares a file with the one notice that was issued under a code, which alone is known. Whoever may not read the notice
 * learns whether and where the two differ, and not what stands there.
 */
export async function compareFile(file: NamedBytes, code: string, known: KnownHere): Promise<Compared | null> {
  const [read] = await readNotice([file], known.categories)
  const [copy] = known.issued
  if (!read || !copy) return null
  // The code is what was typed, whether or not the file still carries it: whatever differs is to be found.
  const text = read.text.includes(code) ? read.text : `${read.text}\n校验码：${code}`
  return compareWithIssued(text, copy, known)
}

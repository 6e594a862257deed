import type { NamedBytes } from '../base/tables'
import { workFor } from '../pool/pool'
import type { ReadAttachment } from './attachments'

/** Files that a person attaches, read apart from the server. Throws Fault("invalid") for the first that may not be. */
export async function attachmentsFrom(person: string, files: readonly NamedBytes[]): Promise<ReadAttachment[]> {
  if (files.length === 0) return []
  const read = await workFor(person)('attachmentsIn', files)
  return read.map(({ at, ...one }) => ({ ...one, bytes: files[at]?.bytes ?? new Uint8Array() }))
}

import 'server-only'
import { and, desc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attachments, items, itemVersions } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import type { ItemRow } from '../../core/load'

type Text = { title: string; body: string }

/**
 * Id and number of an item of the unit that says word for word the same and left it, parted by a space; null without
 * one. It is read with the first statement of a submission, along an index of its own.
 */
export function twinOf(unitId: string | null, id: string, { title, body }: Text): SQL<string | null> {
  return sql<string | null>`(select twin.id || ' ' || twin.ref from ${items} as twin
    where twin.unit_id = ${unitId} and twin.title = ${title} and twin.body = ${body} and twin.id <> ${id}
      and twin.submitted_at is not null and twin.state <> 'withdrawn' limit 1)`
}

/** Refuses an item that says what another of its unit says already, and leads to that one. */
export function refuseTwin(twin: string | null): void {
  if (twin === null) return
  const [id = '', ref = ''] = twin.split(' ')
  const message = `本单位已报送过标题和正文完全相同的信息（编号 ${ref}），没有再次报送。被退回的，请在原来那一条上修改后再报；确是另一件事的，请在文字上加以区别。`
  throw new Fault('invalid', message, {}, [], { href: `/items/${id}`, name: `查看 ${ref}` })
}

const FIELDS = ['title', 'body', 'type', 'eventDay', 'author', 'phone', 'signer'] as const

/** Whether what was sent back would be sent again as it was: no field and no file is another. */
export async function isUnchanged(
  tx: Database,
  { id }: Pick<ItemRow, 'id'>,
  text: Pick<ItemRow, (typeof FIELDS)[number]>,
): Promise<boolean> {
  const [sent] = await tx
    .select()
    .from(itemVersions)
    .where(eq(itemVersions.itemId, id))
    .orderBy(desc(itemVersions.version))
    .limit(1)
  if (!sent || FIELDS.some((name) => (sent[name] ?? null) !== (text[name] ?? null))) return false
  const since = or(gt(attachments.version, sent.version), gt(attachments.removedIn, sent.version))
  const [file] = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.itemId, id), since))
    .limit(1)
  return file === undefined
}

import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { closeDatabase, db } from '@/db/client'
import { migrate } from '@/db/migrate'
import { instructions } from '@/db/schema'
import { sessionCookie } from '@/lib/auth/options'
import { attachmentsOf, type Incoming } from '@/lib/data/attachments/attachments'
import { keepView } from '@/lib/data/desk/views'
import { recordInstruction, revokeInstruction } from '@/lib/data/items/instructions'
import { save, sendBack, withdraw } from '@/lib/data/items/items'
import { ruleDuplicate, ruleNotUsed } from '@/lib/data/items/rulings'
import { editItem, saveText } from '@/lib/data/texts/texts'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { account, aDraft, arrival, graded, sent, session, someone, world } from '@/lib/testing/world'
import { hideInOffice, word } from './hidden'

/*
 * A small district for trials of rights and reach: a person of every kind, items of two units in every state, and words by which
 * what is secret is known wherever it turns up. Prints who there is, with a cookie each, and what.
 */
const DAY = '2026-05-05'
await migrate()
const w = await world()
const issuer = await someone('editor', { mayIssue: true, mayRelease: true })
const issuerToo = await someone('editor', { mayIssue: true, mayRelease: true })
const fresh = await someone('clerk', { unitId: 'dept', mustChangePassword: true })
const gone = await account('clerk', { unitId: 'dept', disabled: true })

const at = ({ id, version }: { id: string; version: number }) => ({ id, version })

/** Where the attachment of each unit's draft opens. */
const files: Record<string, string> = {}

function file(name: string, text: string): Incoming {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: `${name}.txt`, type: 'txt', size: bytes.length, sha256, text, warnings: [], unread: [], bytes }
}

/** An item of a unit in every state; what the unit has not sent bears the words of its name. */
async function states(clerk: Viewer, unit: string) {
  const titled = (state: string) => sent(clerk, DAY, { title: `样例 ${unit} ${state}` })
  const unsent = (name: string) => ({
    ...{ title: word(`${unit}${name}Title`), body: word(`${unit}${name}Body`) },
    ...{ author: word(`${unit}${name}Author`), signer: word(`${unit}${name}Signer`) },
  })
  const draft = aDraft(unsent('Draft'))
  await save(clerk, draft, arrival(DAY), [file(word(`${unit}FileName`), word(`${unit}FileText`))])
  const [attachment] = await attachmentsOf(clerk, draft.id)
  files[unit] = `/items/${draft.id}/attachments/${attachment?.id}`
  const received = await titled('received')
  const adopted = await titled('graded')
  await graded(w.editor, adopted.id, '2026-05-06')
  const unused = await titled('not used')
  await ruleNotUsed(w.editor, { ...at(unused), reasonId: '', reason: word(`${unit}NotUsed`) }, arrival(DAY))
  const repeated = await titled('duplicate')
  await ruleDuplicate(w.editor, { ...at(repeated), of: received.ref, reasonId: '', reason: '同一件事' }, arrival(DAY))
  const back = await titled('sent back')
  await sendBack(w.editor, { ...at(back), reason: '请补充' }, arrival(DAY))
  await save(clerk, aDraft({ ...unsent('Rewritten'), id: back.id, version: 2 }), arrival(DAY))
  const drawn = await titled('withdrawn')
  await withdraw(clerk, at(drawn), arrival(DAY))
  const all = {
    draft,
    received,
    graded: adopted,
    not_used: unused,
    duplicate: repeated,
    sent_back: back,
    withdrawn: drawn,
  }
  return Object.fromEntries(Object.entries(all).map(([state, { id }]) => [state, id]))
}

const items = { dept: await states(w.clerk, 'dept'), dept2: await states(w.otherClerk, 'other') }
const shown = items.dept.graded ?? ''
const { id: text } = await editItem(w.editor, { id: shown }, arrival(DAY))
await saveText(w.editor, { id: text, version: 1, title: word('TextTitle'), body: word('TextBody') }, arrival(DAY))
await keepView(w.editor, { name: word('View'), query: '' }, arrival(DAY))
const told = { id: shown, level: 'district', givenOn: DAY, words: word('Words'), feedbackDue: '' } as const
await recordInstruction(w.editor, told, arrival(DAY))
const [instruction] = await db().select().from(instructions).where(eq(instructions.itemId, shown))
const revoked = { instructionId: instruction?.id ?? '', reason: word('Revoked') }
await revokeInstruction(w.editor, revoked, arrival(DAY))
const { isolation } = await hideInOffice(w, '2026Q2' as Quarter, DAY)

async function cookie(id: string) {
  const { name, value } = await sessionCookie(id)
  return `${name}=${value}`
}
const cast = async (viewer: Viewer) => ({ ...viewer, cookie: await cookie(viewer.sessionId) })
const people = {
  clerk: await cast(w.clerk),
  colleague: await cast(w.colleague),
  signer: await cast(w.signer),
  otherClerk: await cast(w.otherClerk),
  editor: await cast(w.editor),
  issuer: await cast(issuer),
  reader: await cast(w.reader),
  systemAdmin: await cast(w.systemAdmin),
  securityAdmin: await cast(w.securityAdmin),
  auditAdmin: await cast(w.auditAdmin),
  mustChange: await cast(fresh),
  disabled: { ...w.clerk, userId: gone.id, login: gone.login, cookie: await cookie(await session(gone)) },
}
const all = { people, items, text, files, isolation, issuerToo: await cast(issuerToo) }
await closeDatabase()
process.stdout.write(JSON.stringify(all))

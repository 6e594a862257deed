import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { writeAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import { dataDirectory } from '@/db/dialect'
import { auditKeyFile } from '@/db/key'
import { audit, items } from '@/db/schema'
import { remembered, tamper } from '@/db/testing.tamper'
import { noteAccess, writeAccesses } from '@/lib/auth/accesses'
import { operator } from '@/lib/auth/viewer'
import { cameFrom } from '@/lib/domain/base/origin'
import { acceptedInWords } from '@/lib/domain/office/finding'
import { refusal, sent, type World, world } from '@/lib/testing/world'
import { acceptBreaks } from './accept'
import { verifyLog } from './verify'

let w: World | undefined
const verify = () => verifyLog(operator())
const accept = (newKey = false) =>
  cameFrom('wang@host', () => acceptBreaks(operator(), { reason: '恢复了备份', newKey }, Date.now()))

beforeEach(async () => {
  w ??= await world()
  await more()
})

async function more() {
  if (!w) return
  const { id } = await sent(w.clerk, '2026-05-05')
  noteAccess(w.editor, 'item.read', [id])
  await writeAccesses()
  writeAnchors()
}

describe('a way back', () => {
  test('what is clean is not accepted, and nobody at a page accepts', async () => {
    expect((await refusal(accept())).message).toContain('无须认定')
    for (const viewer of [w?.auditAdmin, w?.systemAdmin])
      if (viewer) expect((await refusal(acceptBreaks(viewer, { reason: 'x', newKey: false }))).code).toBe('forbidden')
  })

  test('an older copy that was lawfully restored: told for ever, and clean from then on', async () => {
    const tables = ['audit', 'audit_rows', 'accesses', 'items', 'item_versions', 'item_events', 'request_keys']
    const restore = await remembered(tables)
    for (let n = 0; n < 3; n++) await more()
    await restore(tables)
    const { findings } = await verify()
    expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['tail_cut']))
    expect((await accept()).count).toBe(findings.length)
    for (let n = 0; n < 5; n++) {
      const after = await verify()
      expect([after.findings, after.accepted.map(({ count }) => count)]).toEqual([[], [findings.length]])
      await more()
    }
    const [one] = (await verify()).accepted
    expect(one && acceptedInWords(one)).toContain('wang@host认定了 ')
  })

  test('rows that were changed, added and deleted past the portal, and an entry', async () => {
    await tamper(async (run) => {
      await run("UPDATE items SET title = '恢复'")
      await run("UPDATE users SET name = name || 'x' WHERE role = 'reader'")
      await run("INSERT INTO unit_aliases (name, unit_id) VALUES ('外来', 'dept')")
      await run("DELETE FROM targets WHERE unit_id = 'dept' AND year = 2025")
      await run("UPDATE audit SET actor = 'x' WHERE seq = 3")
    })
    const { count } = await accept()
    const after = await verify()
    expect([after.findings, after.accepted.at(-1)?.count]).toEqual([[], count])
    await more()
    expect((await verify()).findings).toEqual([])
  })

  test('what is changed afterwards is found, in what was accepted too', async () => {
    const [item] = await db().select({ id: items.id }).from(items).limit(1)
    await tamper(async (run) => void (await run(`UPDATE items SET title = '伪造' WHERE id = '${item?.id}'`)))
    expect((await verify()).findings).toMatchObject([{ kind: 'row_changed', key: item?.id }])
    await accept()
    const putBack = await remembered(['audit'])
    await tamper(async (run) => void (await run("UPDATE audit SET actor = 'y' WHERE seq = 3")))
    expect((await verify()).findings.length).toBeGreaterThan(0)
    await putBack(['audit'])
    expect((await verify()).findings).toEqual([])
  })

  test('a new key: the log of before is told as accepted, what is written since is keyed', async () => {
    // The test files share the key of the database that they are copies of.
    const own = join(dataDirectory(), 'own-key')
    copyFileSync(auditKeyFile(), own)
    vi.stubEnv('AUDIT_KEY_FILE', own)
    await accept(true)
    await more()
    const { findings, accepted, entries } = await verify()
    expect([findings, accepted.at(-1)?.newKey]).toEqual([[], true])
    expect(entries).toBe(await db().$count(audit))
    expect((await refusal(accept())).message).toContain('无须认定')
  })
})

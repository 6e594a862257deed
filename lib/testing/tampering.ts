import { createHmac } from 'node:crypto'
import { db } from '@/db/client'
import { dialect } from '@/db/dialect'
import { adoptions, audit, items, notices, rules, targets, units, users } from '@/db/schema'
import { outside, tamper } from '@/db/testing.tamper'
import { expectedTriggers } from '@/db/triggers'
import { writeAccesses } from '@/lib/auth/accesses'
import { revokeAdoption } from '@/lib/data/adoptions/adoptions'
import { sendBack } from '@/lib/data/items/items'
import { openItem } from '@/lib/data/items/open'
import { codeOf, digestOfNotice } from '@/lib/data/notices/inner/seal'
import type { Finding } from '@/lib/domain/office/finding'
import type { Quarter } from '@/lib/domain/time/quarter'
import { anIssuedNotice } from './notices'
import { arrival, graded, sent, someone, world } from './world'

/** A kind of tampering: what it does at the n-th place, which tables that touches, and what is to be found first. */
export type Tampering = {
  name: string
  tables: readonly string[]
  at(n: number): Promise<Partial<Finding>>
}

/** For tests only: a district in which everything stands that is worth tampering with. */
export async function tamperable() {
  const w = await world()
  const writer = await someone('editor', { mayIssue: true })
  const issuer = await someone('editor', { mayIssue: true })
  const kinds = ['district_full', 'city_full', 'district_brief', 'forwarded'] as const
  for (let n = 0; n < 12; n++) {
    const { id } = await sent(n % 2 ? w.clerk : w.townClerk, `2026-01-${10 + n}`, { title: `样例标题${n}` })
    const kind = kinds[n % kinds.length]
    const adoption = await graded(w.editor, id, `2026-02-${10 + n}`, { kind, issueNo: String(n) })
    if (n === 3)
      await revokeAdoption(w.editor, { adoptionId: adoption, reason: '样例有误' }, arrival(`2026-02-${11 + n}`))
  }
  await anIssuedNotice(writer, issuer, '2026Q1' as Quarter, '样例')
  const read = await db().select({ id: items.id }).from(items)
  for (const { id } of read.slice(0, 6)) await openItem(w.reader, id)
  await writeAccesses()
  return {
    ...w,
    more: () => sent(w.clerk, '2026-05-05'),
    sendBack: (id: string) => sendBack(w.editor, { id, version: 1, reason: '样例' }, arrival('2026-05-07')),
  }
}

/** The n-th of a list, which has no end. */
export const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('nothing to tamper with')
  return one
}
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

/** One statement on one row of a table. */
async function onRow(statement: string, table: string, key: string, kind: 'row_changed' | 'row_deleted') {
  await tamper(async (run) => void (await run(statement)))
  return { kind, table, key } as const
}

/** The twelve kinds that must all be found, at any place. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'an entry changed',
    tables: ['audit'],
    async at(n) {
      const entries = await db().select({ seq: audit.seq }).from(audit).orderBy(audit.seq)
      const { seq } = pick(entries, n)
      const how = ['at = at + 1', "actor = 'x'", "verb = 'item.save'", "subject = 'x'", "detail = '[]'", "origin = 'x'"]
      await tamper(async (run) => void (await run(`UPDATE audit SET ${pick(how, n)} WHERE seq = ${seq}`)))
      return { kind: 'entry_changed', seq }
    },
  },
  {
    name: 'the tail cut',
    tables: ['audit', 'audit_rows'],
    async at(n) {
      const entries = await db().select({ seq: audit.seq }).from(audit).orderBy(audit.seq)
      const { seq } = pick(entries.slice(0, -1), n)
      await tamper(async (run) => {
        await run(`DELETE FROM audit WHERE seq > ${seq}`)
        if (n % 2) await run(`DELETE FROM audit_rows WHERE seq > ${seq}`)
      })
      return { kind: 'tail_cut', seq }
    },
  },
  {
    name: 'the chain rewritten without the key',
    tables: ['audit'],
    async at(n) {
      const entries = await db().select().from(audit).orderBy(audit.seq)
      const { seq } = pick(entries.slice(0, -1), n)
      await tamper(async (run) => {
        let previous = entries[seq - 2]?.hash ?? ''
        for (const entry of entries.slice(seq - 1)) {
          const hash = `sm3:${createHmac('sm3', 'another key').update(previous).digest('hex')}`
          await run(
            `UPDATE audit SET actor = 'x', previous = ${quoted(previous)}, hash = ${quoted(hash)} WHERE seq = ${entry.seq}`,
          )
          previous = hash
        }
      })
      return { kind: 'chain_rewritten', seq }
    },
  },
  {
    name: 'an adoption changed',
    tables: ['adoptions'],
    async at(n) {
      const { id } = pick(await db().select({ id: adoptions.id }).from(adoptions).orderBy(adoptions.id), n)
      const how = [
        "kind = 'province'",
        "adopted_on = '2026-03-31'",
        "quarter = '2025Q4'",
        "issue_no = '99'",
        'sharers = 7',
      ]
      return onRow(`UPDATE adoptions SET ${pick(how, n)} WHERE id = '${id}'`, 'adoptions', id, 'row_changed')
    },
  },
  {
    name: 'an adoption deleted',
    tables: ['adoptions'],
    async at(n) {
      const { id } = pick(await db().select({ id: adoptions.id }).from(adoptions).orderBy(adoptions.id), n)
      return onRow(`DELETE FROM adoptions WHERE id = '${id}'`, 'adoptions', id, 'row_deleted')
    },
  },
  {
    name: 'a title forged',
    tables: ['items'],
    async at(n) {
      const { id } = pick(await db().select({ id: items.id }).from(items).orderBy(items.id), n)
      return onRow(`UPDATE items SET title = title || '${n}' WHERE id = '${id}'`, 'items', id, 'row_changed')
    },
  },
  {
    name: 'a role set',
    tables: ['users'],
    async at(n) {
      const { id } = pick(await db().select({ id: users.id }).from(users).orderBy(users.id), n)
      const how = [
        "role = 'operator'",
        'may_issue = NOT may_issue',
        'may_release = NOT may_release',
        "password_hash = 'x'",
      ]
      return onRow(`UPDATE users SET ${pick(how, n)} WHERE id = '${id}'`, 'users', id, 'row_changed')
    },
  },
  {
    name: 'a rule changed',
    tables: ['rules'],
    async at(n) {
      const { category, validFrom, kind } = pick(await db().select().from(rules).orderBy(rules.category, rules.kind), n)
      const where = `category = '${category}' AND valid_from = '${validFrom}' AND kind = '${kind}'`
      return onRow(
        `UPDATE rules SET points = points + ${n + 1} WHERE ${where}`,
        'rules',
        `${category}|${validFrom}|${kind}`,
        'row_changed',
      )
    },
  },
  {
    name: 'a target changed',
    tables: ['targets'],
    async at(n) {
      const { unitId, year } = pick(await db().select().from(targets).orderBy(targets.unitId, targets.year), n)
      const how = pick(['annual_points', 'quarterly_items'], n)
      const statement = `UPDATE targets SET ${how} = ${how} + ${n + 1} WHERE unit_id = '${unitId}' AND year = ${year}`
      return onRow(statement, 'targets', `${unitId}|${year}`, 'row_changed')
    },
  },
  {
    name: 'a unit changed',
    tables: ['units'],
    async at(n) {
      const { id, category } = pick(await db().select().from(units).orderBy(units.id), n)
      const other = category === 'town' ? 'department' : 'town'
      const how = [`category = '${other}'`, "name = name || 'x'", 'position = position + 100']
      return onRow(`UPDATE units SET ${pick(how, n)} WHERE id = '${id}'`, 'units', id, 'row_changed')
    },
  },
  {
    name: 'a notice resealed',
    tables: ['notices'],
    async at(n) {
      const [notice] = await db().select().from(notices)
      if (!notice) throw new Error('no notice')
      const document = notice.document.replace(/雁江区/, `雁江${n}区`)
      const digest = digestOfNotice({ document, figures: notice.figures, rows: `[${n}]` })
      const set = `document = ${quoted(document)}, digest = '${digest}', code = '${codeOf(digest)}'`
      return onRow(`UPDATE notices SET ${set} WHERE id = '${notice.id}'`, 'notices', notice.id, 'row_changed')
    },
  },
  {
    name: 'a trigger missing',
    tables: [],
    async at(n) {
      const name = pick([...expectedTriggers().keys()], n)
      await outside(async (run) => void (await run(await switchOff(name, run))))
      return { kind: 'trigger_missing', name }
    },
  },
]

const gone: string[] = []

async function switchOff(name: string, run: Parameters<Parameters<typeof outside>[0]>[0]): Promise<string> {
  if (dialect === 'sqlite') {
    const [made] = await run('SELECT sql FROM sqlite_master WHERE name = ?', [name])
    gone.push(String(made?.sql))
    return `DROP TRIGGER ${name}`
  }
  const [on] = await run('SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = $1', [name])
  gone.push(`ALTER TABLE ${on?.name} ENABLE TRIGGER ${name}`)
  return `ALTER TABLE ${on?.name} DISABLE TRIGGER ${name}`
}

/** Puts back the triggers that were taken away. */
export async function triggersBack(): Promise<void> {
  await outside(async (run) => {
    for (const statement of gone.splice(0)) await run(statement)
  })
}

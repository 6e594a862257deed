import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionCredits, adoptionRevocations, adoptions, itemEvents, items, units } from '@/db/schema'
import { compareKinds, isKind, KINDS, kindName } from '@/lib/domain/adoptions/kinds'
import { STATES } from '@/lib/domain/items/item'
import { SHARERS_MOST } from '@/lib/domain/rules/joint'
import { chineseDate, dayOfInstant, type Quarter, quarterOfDay } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { scoringQuarter } from '../../notices/inner/open-quarter'
import { addLevelsOf } from '../../rules/inner/levels'
import { aliasesCell, knownCell, mayLack, optionalCell, pastDayCell, sharersCell, textCell } from './cells'
import { byText, chunks, firstOfEach, format } from './format'
import { orderedId } from './ids'
import type { SeenItems } from './seen'

const KIND_WORDS = KINDS.map((k) => k.kind)

/** What makes two adoptions the same one. No text holds U+0000. */
const keyOf = (
  item: string,
  a: { kind: string; adoptedOn: string; publication: string | null; issueNo: string | null },
) => [item, a.kind, a.adoptedOn, a.publication ?? '', a.issueNo ?? ''].join('\0')

/** Adoptions: one that is recorded already, even if it was revoked since, is not recorded again. */
export const adoptionsFormat = format({
  file: 'adoptions.csv',
  columns: {
    item: textCell('信息编号', { max: 64 }),
    kind: knownCell('采用类别', isKind, KIND_WORDS),
    adopted_on: pastDayCell('采用日期'),
    publication: optionalCell('刊物', 60),
    issue_no: optionalCell('期号', 30),
    sharers: mayLack(sharersCell),
    shared_with: mayLack(aliasesCell('共享单位')),
  },

  async plan(lines, { tx, now, names, items: seen, say, tick }) {
    const given = lines.map(({ line, row: { item, adopted_on: adoptedOn, issue_no: issueNo, ...row } }) => ({
      line,
      row: { ref: item, adoptedOn, issueNo, ...row },
    }))
    const rows = firstOfEach(given, (row) => keyOf(row.ref, row), '整行', say)
    const added: { adoption: typeof adoptions.$inferInsert; ref: string; with: string[] }[] = []
    const figures = new Set<Quarter>()
    const scoring = remembered((day) => scoringQuarter(tx, day, now))
    let unchanged = 0
    for (const chunk of chunks(rows)) {
      await look(
        tx,
        seen,
        chunk.map(({ row }) => row.ref),
      )
      const recorded = await recordedOf(
        tx,
        chunk.map(({ row }) => seen.get(row.ref)),
      )
      for (const { line, row } of chunk) {
        const { ref, sharers, shared_with: sharedWith, ...what } = row
        const item = seen.get(ref)
        if (!item) {
          if (seen.complete && !seen.broken.has(ref)) say(line, '信息编号', `没有编号为“${ref}”的信息。`)
        } else if (recorded.has(keyOf(item.id, what))) unchanged++
        else if (item.state !== 'received' || item.submittedAt === null)
          say(line, '信息编号', `信息“${ref}”现为“${STATES[item.state]}”，不能登记采用。`)
        else if (what.adoptedOn < dayOfInstant(item.submittedAt))
          say(line, '采用日期', `早于信息的报送日期（${chineseDate(dayOfInstant(item.submittedAt))}）。`)
        else if (
          !sharedWith.every((name) => names.find(name)) ||
          sharedWith.length >= (sharers ?? sharedWith.length + 1)
        )
          say(line, '共享单位', '有不在名册中的单位，或者单位数与共享数不符。')
        else if (sharedWith.length >= SHARERS_MOST)
          say(line, '共享单位', `一条采用最多由 ${SHARERS_MOST} 个单位共享，报送单位在内。`)
        else {
          const quarter = await scoring(what.adoptedOn)
          figures.add(quarter)
          const id = orderedId()
          const shares = { sharers: sharers ?? sharedWith.length + 1, quarter, recordedBy: null, recordedAt: now }
          const partners = sharedWith.flatMap((name) => names.find(name) ?? [])
          added.push({ ref, with: partners, adoption: { id, itemId: item.id, ...what, ...shares } })
        }
      }
      await tick(chunk.length)
    }
    return {
      changed: added.length,
      unchanged,
      figures,
      async write() {
        await addLevelsOf(
          tx,
          added.map(({ adoption }) => adoption.kind),
        )
        for (const chunk of chunks(added)) {
          await tx.insert(adoptions).values(chunk.map(({ adoption }) => adoption))
          const credits = chunk.flatMap((one) => one.with.map((unitId) => ({ adoptionId: one.adoption.id, unitId })))
          if (credits.length > 0) await tx.insert(adoptionCredits).values(credits)
          await tx.insert(itemEvents).values(
            chunk.map(({ adoption, ref }) => ({
              id: orderedId(),
              itemId: adoption.itemId,
              verb: 'grade' as const,
              at: now,
              by: null,
              reason: `${kindName(adoption.kind)}，${chineseDate(adoption.adoptedOn)}`,
              version: seen.get(ref)?.version ?? 1,
            })),
          )
          await tick(chunk.length)
        }
      },
    }
  },

  async rows(tx) {
    const found = await tx
      .select({ ref: items.ref, state: items.state, a: adoptions })
      .from(adoptions)
      .innerJoin(items, eq(items.id, adoptions.itemId))
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
      .where(inForce)
    const partners = await tx
      .select({ adoptionId: adoptionCredits.adoptionId, name: units.name })
      .from(adoptionCredits)
      .innerJoin(units, eq(units.id, adoptionCredits.unitId))
      .orderBy(units.position)
    const rows = found
      .filter(({ state }) => state === 'received')
      .map(({ ref, a: { id, kind, adoptedOn, publication, issueNo, sharers } }) => ({
        item: ref,
        kind,
        adopted_on: adoptedOn,
        publication: publication ?? '',
        issue_no: issueNo ?? '',
        sharers: sharers > 1 ? String(sharers) : '',
        shared_with: partners.flatMap(({ adoptionId, name }) => (adoptionId === id ? [name] : [])).join('|'),
      }))
    return rows.sort(
      (a, b) =>
        byText(a.adopted_on, b.adopted_on) ||
        byText(a.item, b.item) ||
        compareKinds(a.kind, b.kind) ||
        byText(a.publication, b.publication) ||
        byText(a.issue_no, b.issue_no),
    )
  },
})

/** Adds to the items seen those that only the database knows. */
async function look(tx: Database, seen: SeenItems, refs: string[]): Promise<void> {
  const unseen = [...new Set(refs)].filter((ref) => !seen.has(ref))
  if (unseen.length === 0) return
  const { id, ref, submittedAt, state, version } = items
  const found = await tx.select({ id, ref, submittedAt, state, version }).from(items).where(inArray(ref, unseen))
  for (const { ref, ...item } of found) seen.set(ref, { ...item, stored: true })
}

async function recordedOf(tx: Database, found: (undefined | { id: string; stored: boolean })[]): Promise<Set<string>> {
  const ids = [...new Set(found.flatMap((item) => (item?.stored ? [item.id] : [])))]
  if (ids.length === 0) return new Set()
  const rows = await tx.select().from(adoptions).where(inArray(adoptions.itemId, ids))
  return new Set(rows.map((row) => keyOf(row.itemId, row)))
}

/** Days of one quarter score alike, so each quarter is asked for once. */
function remembered(ask: (day: string) => Promise<Quarter>): (day: string) => Promise<Quarter> {
  const known = new Map<Quarter, Promise<Quarter>>()
  return (day) => {
    const quarter = quarterOfDay(day)
    const answer = known.get(quarter) ?? ask(day)
    known.set(quarter, answer)
    return answer
  }
}

import 'server-only'
import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionCredits, adoptionRevocations, adoptions, itemEvents, items, units } from '@/db/schema'
import { compareKinds, isKind, KINDS, kindName } from '@/lib/domain/adoptions/kinds'
import { STATES } from '@/lib/domain/items/item'
import { SHARERS_MOST } from '@/lib/domain/rules/joint'
import { sharersFault } from '@/lib/domain/rules/sharing'
import { chineseDate, dayOfInstant, type Quarter, quarterOfDay } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { adoptionQuarter, scoringQuarter } from '../../notices/inner/open-quarter'
import { addLevelsOf } from '../../rules/inner/levels'
import { booksOf } from '../../rules/inner/sharing'
import {
  aliasesCell,
  knownCell,
  mayLack,
  narrowed,
  optionalCell,
  pastDayCell,
  sharersCell,
  textCell,
  yesCell,
} from './cells'
import { CHUNK } from './csv'
import { byText, chunks, firstOfAll, format, insertAll } from './format'
import { orderedId } from './ids'
import { adoptionKey, ofKind, otherTaking, recordedOf, revokedKey, Takings } from './takings'

const KIND_WORDS = KINDS.map((k) => k.kind)

/**
 * Adoptions: one that is recorded already, even if it was revoked since, is not recorded again. A second one of an item in a
 * kind, on another day or by another publication, is named: it can't be asked whether it is another.
 */
export const adoptionsFormat = format({
  file: 'adoptions.csv',
  columns: {
    item: narrowed(textCell('信息编号', { max: 64 })),
    kind: knownCell('采用类别', isKind, KIND_WORDS),
    adopted_on: pastDayCell('采用日期'),
    publication: optionalCell('刊物', 60),
    issue_no: optionalCell('期号', 30),
    sharers: mayLack(sharersCell),
    shared_with: mayLack(aliasesCell('共享单位')),
    again: mayLack(yesCell('再次采用')),
  },

  begin(importing) {
    const { tx, now, names, categories, rules, levels, items: seen, say, keys, stage, restsOn } = importing
    const outcome = { changed: 0, unchanged: 0, figures: new Set<Quarter | 'all'>() }
    const scoring = remembered((day) => scoringQuarter(tx, day, now))
    return {
      async take(lines) {
        const given = lines.map(({ line, row: { item, adopted_on: adoptedOn, issue_no: issueNo, ...row } }) => ({
          line,
          row: { ref: item, adoptedOn, issueNo, ...row },
        }))
        const rows = await firstOfAll(given, (row) => adoptionKey(row.ref, row), '整行', importing)
        const items = await seen.find(rows.map(({ row }) => row.ref))
        const { recorded, inForce } = await recordedOf(tx, [...items.values()])
        const takings = new Takings(await keys.find(rows.map(({ row }) => ofKind(row.ref, row.kind))))
        const added: Added[] = []
        for (const { line, row } of rows) {
          const { ref, sharers, shared_with: sharedWith, again, ...what } = row
          const item = items.get(ref)
          const earlier =
            item && !again && !importing.again
              ? (otherTaking(inForce.get(ofKind(item.id, row.kind)), what) ?? takings.other(ref, what))
              : null
          takings.note(ref, what)
          levels.check(what.kind, (why) => say(line, '采用类别', why))
          const partners = sharedWith.flatMap((name) => names.find(name) ?? [])
          if (!item) {
            if (seen.complete && !seen.broken.has(ref)) say(line, '信息编号', `没有编号为“${ref}”的信息。`)
          } else if (recorded.has(adoptionKey(item.id, what))) outcome.unchanged++
          else if (item.state !== 'received' || item.submittedAt === null)
            say(line, '信息编号', `信息“${ref}”现为“${STATES[item.state]}”，不能登记采用。`)
          else if (what.adoptedOn < dayOfInstant(item.submittedAt))
            say(line, '采用日期', `早于信息的报送日期（${chineseDate(dayOfInstant(item.submittedAt))}）。`)
          else if (partners.length < sharedWith.length || sharedWith.length >= (sharers ?? sharedWith.length + 1))
            say(line, '共享单位', '有不在名册中的单位，或者单位数与共享数不符。')
          else if (earlier)
            say(
              line,
              '采用类别',
              `信息“${ref}”已有${kindName(what.kind)}（${earlier}）；确是另一次采用的，请在 again 列写 yes，或者用 --again 导入。`,
            )
          else {
            const before = recorded.has(revokedKey(item.id, what))
            const own = { itemId: item.id, ...what }
            const quarter = before ? await adoptionQuarter(tx, own, now) : await scoring(what.adoptedOn)
            const among = sharers ?? sharedWith.length + 1
            const books = () =>
              booksOf(rules.rows(), categories.rows(), quarter, names.categoriesOf([item.unitId, ...partners]))
            const many = among > SHARERS_MOST ? sharersFault('adoption', among, quarter, books()) : null
            if (many) say(line, '共享单位', many)
            outcome.figures.add(quarter)
            const shares = { sharers: among, quarter, recordedBy: null, recordedAt: now }
            const adoption = { id: orderedId(), itemId: item.id, ...what, ...shares }
            added.push({ with: partners, adoption, version: item.version })
          }
        }
        outcome.changed += added.length
        await keys.add(takings.fresh())
        if (added.length > 0) stage(added)
        restsOn(added.map(({ adoption }) => adoption.itemId))
        await importing.tick()
      },
      end: async () => outcome,
    }
  },

  async post(tx, added: Added[], now) {
    await write(tx, added, now)
    return added.length
  },

  async *rows(tx) {
    for (let after = ''; ; ) {
      const ofDay = (where: SQL) =>
        tx
          .select({ ref: items.ref, state: items.state, a: adoptions })
          .from(adoptions)
          .innerJoin(items, eq(items.id, adoptions.itemId))
          .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
          .where(and(inForce, where))
          .orderBy(asc(adoptions.adoptedOn))
      const next = await ofDay(gt(adoptions.adoptedOn, after)).limit(CHUNK)
      const last = next.at(-1)?.a.adoptedOn
      if (last === undefined) return
      // Those of the last day may be more than were read, and are sorted together.
      const found = [...next.filter(({ a }) => a.adoptedOn < last), ...(await ofDay(eq(adoptions.adoptedOn, last)))]
      yield await written(
        tx,
        found.filter(({ state }) => state === 'received'),
      )
      after = last
    }
  },
})

type Added = { adoption: typeof adoptions.$inferInsert; version: number; with: string[] }

async function write(tx: Database, added: readonly Added[], now: number): Promise<void> {
  await addLevelsOf(
    tx,
    added.map(({ adoption }) => adoption.kind),
  )
  await tx.insert(adoptions).values(added.map(({ adoption }) => adoption))
  const credits = added.flatMap((one) => one.with.map((unitId) => ({ adoptionId: one.adoption.id, unitId })))
  await insertAll(tx, adoptionCredits, credits)
  await tx.insert(itemEvents).values(
    added.map(({ adoption, version }) => ({
      id: orderedId(),
      itemId: adoption.itemId,
      verb: 'grade' as const,
      at: now,
      by: null,
      reason: `${kindName(adoption.kind)}，${chineseDate(adoption.adoptedOn)}`,
      version,
    })),
  )
}

/** Adoptions as rows of the file, in its order. */
async function written(tx: Database, found: readonly { ref: string; a: typeof adoptions.$inferSelect }[]) {
  const partners: { adoptionId: string; name: string }[] = []
  for (const chunk of chunks(found.filter(({ a }) => a.sharers > 1)))
    partners.push(
      ...(await tx
        .select({ adoptionId: adoptionCredits.adoptionId, name: units.name })
        .from(adoptionCredits)
        .innerJoin(units, eq(units.id, adoptionCredits.unitId))
        .where(
          inArray(
            adoptionCredits.adoptionId,
            chunk.map(({ a }) => a.id),
          ),
        )
        .orderBy(units.position)),
    )
  const { inForce: takings } = await recordedOf(
    tx,
    found.map(({ a }) => ({ id: a.itemId })),
  )
  return found
    .map(({ ref, a: { id, itemId, kind, adoptedOn, publication, issueNo, sharers } }) => ({
      item: ref,
      kind,
      adopted_on: adoptedOn,
      publication: publication ?? '',
      issue_no: issueNo ?? '',
      sharers: sharers > 1 ? String(sharers) : '',
      shared_with: partners.flatMap(({ adoptionId, name }) => (adoptionId === id ? [name] : [])).join('|'),
      again: otherTaking(takings.get(ofKind(itemId, kind)), { adoptedOn, publication }) ? 'yes' : '',
    }))
    .sort(
      (a, b) =>
        byText(a.adopted_on, b.adopted_on) ||
        byText(a.item, b.item) ||
        compareKinds(a.kind, b.kind) ||
        byText(a.publication, b.publication) ||
        byText(a.issue_no, b.issue_no),
    )
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

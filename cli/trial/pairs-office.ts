import { rowsIn } from './database'
import type { Pairing } from './pairing'
import type { Stand, Who } from './stand'

type Hands = { editor: Who; issuer: Who; sent: () => Promise<string>; today: string }

/** Quarters in whose notices nobody else writes here. */
const QUARTERS = ['2025Q1', '2025Q2', '2025Q3', '2025Q4']

/** What the office does with its papers: an edition released, a list posted, a notice issued, by two at once. */
export async function officePairs(at: Stand, pair: Pairing, hands: Hands, round: number): Promise<void> {
  await editions(at, pair, hands, round)
  await lists(at, pair, hands, round)
  const quarter = QUARTERS[round]
  if (quarter) await issuing(at, pair, hands, { quarter, round })
}

async function editions(at: Stand, pair: Pairing, { editor, issuer, sent, today }: Hands, round: number) {
  const name = `样例专报${round}`
  const publication = { id: '', name, kind: 'district_full', issuer: '样例办公室', position: '1', retired: '' }
  await pair.done('设立刊物', at.post(editor, 'keepPublication', publication))
  const [kept] = rowsIn<{ id: string }>(at.folder, 'SELECT id FROM publications WHERE name = ?', name)
  await pair.done('开始编排', at.post(editor, 'startEdition', { publicationId: kept?.id ?? '', day: today }))
  const begun = () =>
    rowsIn<{ id: string; version: number }>(
      at.folder,
      'SELECT id, version FROM editions WHERE publication_id = ?',
      kept?.id,
    )[0]
  const now = () => ({ id: begun()?.id ?? '', version: String(begun()?.version) })
  const item = await sent()
  const pick = { ...now(), [`item-${item}`]: 'on' }
  await pair.one(
    '两位编辑编入同一条',
    [editor, issuer].map((who) => at.post(who, 'pickEntries', pick)),
    ['SELECT count(*) AS n FROM edition_entries WHERE edition_id = ?', [pick.id], 1],
  )
  await pair.one(
    '两位编辑发同一期',
    [editor, issuer].map((who) => at.post(who, 'releaseEdition', now())),
    ['SELECT count(*) AS n FROM adoptions WHERE item_id = ?', [item], 1],
  )
}

async function lists(at: Stand, pair: Pairing, { editor, issuer, sent, today }: Hands, round: number) {
  const [item, name] = [await sent(), `样例清单${round}`]
  const list = { name, kind: 'city_full', adoptedOn: today, publication: '样例专报', issueNo: '1' }
  await pair.done('收下清单', at.post(editor, 'receiveList', { ...list, text: '1. 甲事之报告\n2. 乙事之报告' }))
  const lines = rowsIn<{ id: string; list: string }>(
    at.folder,
    'SELECT l.id, l.list_id AS list FROM upper_lines l JOIN upper_lists u ON u.id = l.list_id WHERE u.name = ? ORDER BY l.position',
    name,
  )
  const [first = { id: '', list: '' }, second = first] = lines
  const [found] = rowsIn<{ ref: string }>(at.folder, 'SELECT ref FROM items WHERE id = ?', item)
  const posted = { listId: first.list, [`tick-${first.id}`]: 'on', [`ref-${first.id}`]: found?.ref ?? '' }
  const both = await Promise.all([editor, issuer].map((who) => at.post(who, 'postLines', posted)))
  // Each is told line by line: one posted it, the other learns that it is posted.
  const said = both.map(({ message }) => message).toSorted()
  if (said.join() !== ['登记 0 条，1 条没有登记。', '登记 1 条。'].join())
    pair.wrong.push(`两位编辑登记清单同一条：${said}`)
  pair.counted('两位编辑登记清单同一条', ['SELECT count(*) AS n FROM adoptions WHERE item_id = ?', [item], 1])
  await pair.one(
    '两位编辑剔除清单同一条',
    [editor, issuer].map((who) => at.post(who, 'dropLine', { lineId: second.id, reason: 'elsewhere' })),
    ["SELECT count(*) AS n FROM audit WHERE verb = 'upper.drop' AND subject = ?", [second.id], 1],
  )
}

async function issuing(
  at: Stand,
  pair: Pairing,
  { editor, issuer }: Hands,
  { quarter, round }: { quarter: string; round: number },
) {
  await pair.done('建立通报稿', at.post(editor, 'openDraft', { quarter, corrects: '', reason: '' }))
  const now = () => {
    const question = 'SELECT id, version FROM notice_drafts WHERE quarter = ?'
    const [draft] = rowsIn<{ id: string; version: number }>(at.folder, question, quarter)
    return { id: draft?.id ?? '', version: String(draft?.version) }
  }
  const head = {
    ...{
      number: `雁府办发〔2026〕${round + 1}号`,
      issuer: '样例办公室',
      addressees: '各有关单位：',
      date: '2026-04-12',
    },
    ...{ copies: '', docOnTargets: '', sealed: 'yes' },
  }
  await pair.done('文件要素', at.post(editor, 'saveNoticeHead', { ...now(), ...head }))
  await pair.one(
    '一位提请印发两遍',
    [0, 1].map(() => at.post(editor, 'proposeNotice', now())),
    null,
  )
  const issued: [string, unknown[], number] = ['SELECT count(*) AS n FROM notices WHERE quarter = ?', [quarter], 1]
  const issue = { ...now(), despite: '检验' }
  await pair.one(
    '两位编辑印发同一通报',
    [issuer, at.issuerToo].map((who) => at.post(who, 'issueNotice', issue)),
    issued,
  )
}

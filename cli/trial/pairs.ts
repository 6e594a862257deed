import { randomUUID } from 'node:crypto'
import { newFormKey } from '@/lib/auth/form-key'
import { pairing } from './pairing'
import { officePairs } from './pairs-office'
import { sayAll } from './say'
import type { Stand, Who } from './stand'

const ROUNDS = 5

/** What an item says when it is sent: no unit sends the same text twice. */
export const aForm = (id: string, version: number, verb: 'save' | 'submit') => ({
  ...{ id, version: String(version), verb, title: '样例：两人同时', body: `正文${id}。`, type: 'activity' },
  ...{ eventDay: '2026-05-05', author: '样例', phone: '028-26110000', signer: '样例', unclassified: 'yes' },
})

/** Two people, or one twice, do at once what only one of them can: one is done, the other is told, and nothing is there twice. */
export async function pairs(at: Stand, rounds = ROUNDS): Promise<void> {
  const { clerk, colleague, editor, issuer } = at.people as Record<string, Who>
  if (!clerk || !colleague || !editor || !issuer) throw new Error('the cast lacks somebody')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const pair = pairing(at)
  const { one, counted, wrong } = pair
  const sent = async () => {
    const id = randomUUID()
    await at.post(clerk, 'saveOrSubmit', aForm(id, 0, 'submit'))
    return id
  }
  const adoptions = 'SELECT count(*) AS n FROM adoptions WHERE item_id = ?'
  const events = 'SELECT count(*) AS n FROM item_events WHERE item_id = ? AND verb = ?'

  for (let round = 0; round < rounds; round++) {
    const twice = randomUUID()
    const key = newFormKey(clerk)
    const answers = await Promise.all(
      [0, 1].map(() => at.post(clerk, 'saveOrSubmit', aForm(twice, 0, 'submit'), { key })),
    )
    if (answers.some(({ code }) => code !== null)) wrong.push(`同一次报送发两遍：${answers.map(({ code }) => code)}`)
    counted('同一次报送发两遍', [events, [twice, 'submit'], 1])

    const draft = randomUUID()
    await at.post(clerk, 'saveOrSubmit', aForm(draft, 0, 'save'))
    const both = [clerk, colleague]
    await one(
      '同一草稿两人保存',
      both.map((who) => at.post(who, 'saveOrSubmit', aForm(draft, 1, 'save'))),
      null,
    )
    await one(
      '同一草稿两人报送',
      both.map((who) => at.post(who, 'saveOrSubmit', aForm(draft, 2, 'submit'))),
      [events, [draft, 'submit'], 1],
    )

    const item = await sent()
    const grading = {
      items: `${item}:`,
      district_full: 'on',
      adoptedOn: today,
      publication: '样例',
      issueNo: '1',
      evidence: '',
    }
    const grade = (who: Who) => at.post(who, 'gradeAll', grading)
    await one('两位编辑登记同一采用', [grade(editor), grade(issuer)], [adoptions, [item], 1])

    const back = await sent()
    const sendBack = (who: Who) => at.post(who, 'sendBack', { id: back, version: '1', reasonId: '', reason: '请补充' })
    await one('两位编辑退回', [sendBack(editor), sendBack(issuer)], [events, [back, 'send_back'], 1])

    const drawn = await sent()
    await one(
      '单位撤回、编辑退回',
      [
        at.post(clerk, 'withdraw', { id: drawn, version: '1' }),
        at.post(editor, 'sendBack', { id: drawn, version: '1', reasonId: '', reason: '请补充' }),
      ],
      null,
    )

    const unused = await sent()
    const rule = (who: Who) => at.post(who, 'ruleNotUsed', { id: unused, version: '1', reasonId: '', reason: '一般' })
    await one('两位编辑定为未采用', [rule(editor), rule(issuer)], [events, [unused, 'not_used'], 1])

    const view = `视图${round}`
    // By turns: nobody keeps more than twenty.
    const keeper = round % 2 === 0 ? editor : issuer
    const keep = () => at.post(keeper, 'keepView', { name: view, query: '' })
    await one('同名视图', [keep(), keep()], ['SELECT count(*) AS n FROM saved_views WHERE name = ?', [view], 1])

    await officePairs(at, pair, { editor, issuer, sent, today }, round)
  }
  sayAll(wrong, `两人同时：${pair.tried()} 对，每对只成一个，没有一处重复`)
}

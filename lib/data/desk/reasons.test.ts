import { beforeAll, expect, test } from 'vitest'
import { FIRST_REASONS } from '@/lib/domain/desk/reason'
import { arrival, auditEntriesOf, directly, refusal, sent, type World, world } from '@/lib/testing/world'
import { sendBack } from '../items/items'
import { openItem } from '../items/open'
import { ruleNotUsed } from '../items/rulings'
import { codeWords } from './inner/codes'
import { keepReason, reasonCodes } from './reasons'

let w: World
beforeAll(async () => {
  w = await world()
})

const code = { id: '', verb: 'not_used' as const, words: '已有专报', position: 6, retired: '' as const }

test('an office begins with codes, and keeps them when it adds its own', async () => {
  const begun = await reasonCodes(w.editor)
  expect(begun.map(({ id }) => id).sort()).toEqual(FIRST_REASONS.map(({ id }) => id).sort())
  const entries = await auditEntriesOf(() => keepReason(w.editor, code, arrival()))
  expect(entries.map((e) => e.verb)).toEqual(['reason.keep'])
  expect(JSON.stringify(entries)).not.toContain('已有专报')
  expect(await reasonCodes(w.editor)).toHaveLength(FIRST_REASONS.length + 1)
})

test('a code that was reworded or retired leaves what was ruled before as it was said', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  await ruleNotUsed(w.editor, { id, version: 1, reasonId: 'not_used-2', reason: '' }, arrival())
  await keepReason(w.editor, { ...code, id: 'not_used-2', words: '时间已过', position: 2 }, arrival())
  expect((await openItem(w.clerk, id)).history.at(-1)?.reason).toBe('时效已过')
  await keepReason(w.editor, { ...code, id: 'not_used-2', words: '时间已过', position: 2, retired: 'yes' }, arrival())
  await directly(async (tx) => {
    expect((await refusal(codeWords(tx, 'not_used', 'not_used-2'))).message).toContain('已停用')
    expect((await refusal(codeWords(tx, 'duplicate', 'not_used-1'))).fields).toHaveProperty('reasonId')
    expect(await codeWords(tx, 'not_used', '')).toBeNull()
  })
  expect((await reasonCodes(w.editor)).at(-1)).toMatchObject({ id: 'not_used-2', retired: true })
})

test('the same words are not kept twice, an unknown code is not found, and only editors keep codes', async () => {
  expect((await refusal(keepReason(w.editor, { ...code, words: '超出报送范围' }, arrival()))).fields).toHaveProperty(
    'words',
  )
  expect((await refusal(keepReason(w.editor, { ...code, id: 'none', words: '另一个' }, arrival()))).code).toBe(
    'not_found',
  )
  expect((await refusal(keepReason(w.clerk, code, arrival()))).code).toBe('forbidden')
  expect((await refusal(reasonCodes(w.reader))).code).toBe('forbidden')
})

test('a code may say why an item is sent back, alone or with a sentence', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  await sendBack(w.editor, { id, version: 1, reasonId: 'send_back-1', reason: '请补充数据' }, arrival())
  expect((await openItem(w.clerk, id)).history.at(-1)?.reason).toBe('内容不够具体；请补充数据')
})

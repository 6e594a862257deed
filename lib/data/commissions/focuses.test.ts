import { beforeAll, expect, test } from 'vitest'
import { arrival, auditEntriesOf, refusal, type World, world } from '@/lib/testing/world'
import { focusesSoFar, focusOfWeek, writeFocus } from './focuses'

let w: World
beforeAll(async () => {
  w = await world()
})

const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`)

test('every unit reads the focus of the week; the next one waits for its Monday', async () => {
  await writeFocus(w.editor, { week: '2026-11-16', words: '上周' }, arrival('2026-11-16'))
  const entries = await auditEntriesOf(() =>
    writeFocus(w.editor, { week: '2026-11-23', words: '本周重点' }, arrival('2026-11-23')),
  )
  expect(entries.map((e) => [e.verb, e.subject])).toEqual([['focus.write', '2026-11-23']])
  expect(JSON.stringify(entries)).not.toContain('本周重点')
  await writeFocus(w.editor, { week: '2026-11-30', words: '下周' }, arrival('2026-11-24'))
  expect(await focusOfWeek(w.clerk, at('2026-11-29'))).toMatchObject({ words: '本周重点' })
  expect(await focusOfWeek(w.clerk, at('2026-12-07'))).toBeNull()
  const read = async (viewer: typeof w.clerk) => (await focusesSoFar(viewer, at('2026-11-29'))).map((f) => f.words)
  expect(await read(w.clerk)).toEqual(['本周重点', '上周'])
  expect(await read(w.editor)).toEqual(['下周', '本周重点', '上周'])
})

test('the focus of a week is rewritten until the week is over', async () => {
  await writeFocus(w.editor, { week: '2026-10-05', words: '初稿' }, arrival('2026-10-05'))
  await writeFocus(w.editor, { week: '2026-10-05', words: '改稿' }, arrival('2026-10-11'))
  expect(await focusOfWeek(w.signer, at('2026-10-07'))).toMatchObject({ words: '改稿' })
  const late = writeFocus(w.editor, { week: '2026-10-05', words: '补写' }, arrival('2026-10-12'))
  expect((await refusal(late)).code).toBe('conflict')
  expect(
    (await refusal(writeFocus(w.clerk, { week: '2026-10-12', words: '单位写' }, arrival('2026-10-12')))).code,
  ).toBe('forbidden')
  expect((await refusal(focusOfWeek(w.systemAdmin, at('2026-10-07')))).code).toBe('forbidden')
})

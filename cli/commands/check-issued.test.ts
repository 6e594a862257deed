import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '@/cli/shell/testing'
import { knownTo } from '@/lib/data/notices/checking'
import { openDraft, saveNoticeHead } from '@/lib/data/notices/drafts'
import { issueNotice, proposeNotice } from '@/lib/data/notices/issue'
import { runs } from '@/lib/domain/base/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { noticeHead } from '@/lib/testing/notices'
import { goldenFolder, loadFolder } from '@/lib/testing/transfer'
import { arrival, someone } from '@/lib/testing/world'
import { checkCommand } from './check'

/** 2020 Q3, issued, and copies of it at the door of the command. */
const directory = await mkdtemp(join(tmpdir(), 'yanxin-check-issued-'))
afterAll(() => rm(directory, { recursive: true, force: true }))
let text = ''

beforeAll(async () => {
  await loadFolder(goldenFolder())
  const [writer, issuer] = [await someone('editor'), await someone('editor', { mayIssue: true })]
  const day = () => arrival('2020-10-12')
  const { id } = await openDraft(writer, { quarter: '2020Q3' as Quarter, corrects: '', reason: '' }, day())
  const head = noticeHead({ id, version: 1 }, { number: '雁府办发〔2020〕67号', date: '2020-10-12' })
  const proposed = await proposeNotice(writer, await saveNoticeHead(writer, head, day()), day())
  await issueNotice(issuer, { ...proposed, despite: '' }, day())
  text = (await knownTo(writer)).issued[0]?.text ?? ''
})

async function codeOf(content: string): Promise<number> {
  await writeFile(join(directory, 'copy.txt'), content)
  return (await commandLine([checkCommand], directory, ['check', 'copy.txt'])).code
}

test('the issued text itself is clean', async () => {
  expect(text).toContain('校验码：')
  expect(await codeOf(text)).toBe(0)
})

test('50 random single changes of it are all found', async () => {
  const places = [...text].flatMap((letter, at) => (/\s/.test(letter) ? [] : [at]))
  const change = fc
    .tuple(fc.nat(places.length - 1), fc.constantFrom(...'0123456789一二局镇报，。A'))
    .filter(([index, to]) => text[places[index] ?? 0] !== to)
  await fc.assert(
    fc.asyncProperty(change, async ([index, to]) => {
      const at = places[index] ?? 0
      expect(await codeOf(text.slice(0, at) + to + text.slice(at + 1))).toBe(1)
    }),
    { numRuns: runs(50) },
  )
})

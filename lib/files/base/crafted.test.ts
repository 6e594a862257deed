import { describe, expect, test } from 'vitest'
import type { Fault } from '@/lib/domain/base/fault'
import { readAttachments } from '../attachments/attachments'
import { craftedFiles, PLAIN } from './crafted.testing'
import { listsIn } from './lines'
import { tablesIn } from './tables'
import { craftedZip } from './zip.testing'

const IN_WORDS = /内容过多|过大|不是完好的|不是可读的|不是文本/

const words = (error: Fault) => error.fields?.attachments ?? error.message

/** What the two readers that there are answer to a file: of attachments, and of lists and notices. */
const READERS: Record<string, (file: { name: string; bytes: Uint8Array }) => Promise<string>> = {
  attached: (file) => readAttachments([file]).then(() => 'read', words),
  'a list': async (file) => {
    const { faults } = file.name.endsWith('.docx') ? await listsIn([file], '') : await tablesIn([file])
    return faults[0]?.why ?? 'read'
  },
}

describe.each(craftedFiles())('$name', ({ name, bytes }) => {
  test('is refused in words, whoever is to read it', async () => {
    const file = { name, bytes: bytes() }
    for (const [reader, read] of Object.entries(READERS)) expect(await read(file), reader).toMatch(IN_WORDS)
  })
})

test('crafted with nothing wrong in them, they are read', async () => {
  for (const kind of ['docx', 'xlsx'] as const) {
    const file = { name: `a.${kind}`, bytes: craftedZip(PLAIN[kind]()) }
    expect(await READERS.attached?.(file)).toBe('read')
    expect(await READERS['a list']?.(file)).toBe('read')
  }
})

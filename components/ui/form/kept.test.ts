import { describe, expect, test, vi } from 'vitest'
import { keptBy } from './kept-by'
import { errorsIn, messagesIn, unsentFault } from './kept-faults'
import { type KeptStore, keeper, keptIn, keptKey } from './kept-store'
import { foundAgain, type Kept, sameValues, valuesOf } from './kept-values'

/** A store in memory: what was written and dropped, in order. */
function memory(): KeptStore & { entries: Map<string, Kept>; log: string[] } {
  const entries = new Map<string, Kept>()
  const log: string[] = []
  return {
    entries,
    log,
    read: async (key) => entries.get(key) ?? null,
    write: (key, kept) => {
      log.push(`write ${kept.values.reason}`)
      entries.set(key, kept)
    },
    drop: (key) => {
      log.push('drop')
      entries.delete(key)
    },
  }
}

const of = (reason: string, version = 0): Kept => ({ version, values: { reason } })

describe('the store', () => {
  test('knows what one person has left in this browser, and nothing of others', () => {
    const names = [keptKey('a', 'item:1'), keptKey('b', 'item:1'), 'elsewhere:x:a', keptKey('a', 'reason')]
    const storage = { length: names.length, key: (n: number) => names[n] ?? null }
    expect(keptBy('a', storage)).toEqual([names[0], names[3]])
    expect(keptBy('c', storage)).toEqual([])
  })

  test('each person’s words about each thing have a place of their own', () => {
    const keys = [
      keptKey('a', 'not_used:1'),
      keptKey('b', 'not_used:1'),
      keptKey('a', 'not_used:2'),
      keptKey('a', 'send_back:1'),
      keptKey('a', 'paragraph:1:2'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keptKey('a', 'item:1')).toBe('yanxin:item:a:1')
  })

  test('writes once the typing pauses, and at once when the page is left', () => {
    vi.useFakeTimers()
    const store = memory()
    const keep = keeper(store, 'k', 400)
    keep.later(of('写'))
    vi.advanceTimersByTime(300)
    keep.later(of('写到'))
    vi.advanceTimersByTime(300)
    expect(store.log).toEqual([])
    vi.advanceTimersByTime(100)
    expect(store.log).toEqual(['write 写到'])
    keep.later(of('写到一半'))
    keep.flush()
    keep.flush()
    vi.advanceTimersByTime(1000)
    expect(store.log).toEqual(['write 写到', 'write 写到一半'])
    vi.useRealTimers()
  })

  test('what is dropped does not come back with a write that was waiting', async () => {
    vi.useFakeTimers()
    const store = memory()
    const keep = keeper(store, 'k', 400)
    keep.later(of('写'))
    keep.drop()
    vi.advanceTimersByTime(1000)
    expect(await keep.read()).toBeNull()
    expect(store.log).toEqual(['drop'])
    vi.useRealTimers()
  })

  test('reads what earlier versions of the portal kept, and nothing that is no kept text', () => {
    expect(keptIn('{"version":3,"values":{"title":"题"}}')).toEqual({ version: 3, values: { title: '题' } })
    for (const other of ['null', '1', '[]', '{}', '{"version":"3","values":{}}', '{"version":3,"values":null}'])
      expect(keptIn(other), other).toBeNull()
    expect(keptIn(null)).toBeNull()
  })
})

describe('values', () => {
  test('are the fields by name, with the line ends of a browser; a box that is not ticked is empty', () => {
    expect(valuesOf(['a', 'b', 'c'], { a: '一\r\n二\r三', b: false, other: 'x' })).toEqual({
      a: '一\n二\n三',
      b: '',
      c: '',
    })
  })

  test('are the same where every field is', () => {
    expect(sameValues({ a: '1', b: '' }, { b: '', a: '1' })).toBe(true)
    expect(sameValues({ a: '1' }, { a: '2' })).toBe(false)
    expect(sameValues({ a: '1' }, { a: '1', b: '' })).toBe(false)
  })
})

describe('what was kept, when the form opens again', () => {
  const moment = { kept: of('写到一半'), initial: { reason: '' }, now: { reason: '' }, base: of(''), insist: false }

  test('is put back where nothing was typed since', () => {
    expect(foundAgain(moment)).toEqual({ as: 'restored', version: 0, values: { reason: '写到一半' } })
  })

  test('is offered, never put over what was typed meanwhile', () => {
    expect(foundAgain({ ...moment, now: { reason: '新写的' } })?.as).toBe('offered')
  })

  test('is offered where the server has a later version, unless the form shows what came between', () => {
    const later = { ...moment, base: of('', 2), kept: of('写到一半', 1) }
    expect(foundAgain(later)?.as).toBe('offered')
    expect(foundAgain({ ...later, insist: true })).toMatchObject({ as: 'restored', version: 1 })
    expect(foundAgain({ ...later, kept: of('写到一半', 2) })?.as).toBe('restored')
  })

  test('is nothing where it says what the server has, or what stands in the form', () => {
    expect(foundAgain({ ...moment, kept: null })).toBeNull()
    expect(foundAgain({ ...moment, base: of('写到一半') })).toBeNull()
    expect(foundAgain({ ...moment, now: { reason: '写到一半' } })).toBeNull()
  })

  test('knows only the fields that the form has; what it did not know is as stored', () => {
    const base = { version: 0, values: { reason: '', reasonId: 'r1' } }
    const kept = { version: 0, values: { reason: '写', gone: 'x' } }
    const found = foundAgain({ ...moment, kept, base, initial: base.values, now: base.values })
    expect(found?.values).toEqual({ reason: '写', reasonId: 'r1' })
  })
})

describe('faults', () => {
  test('are told in the order of the fields, what is no field last', () => {
    const errors = {
      version: { type: 'x', message: '过期' },
      b: { type: 'x', message: '二' },
      a: { type: 'x', message: '一' },
    }
    const said = messagesIn(errors, ['a', 'b'])
    expect(Object.entries(said)).toEqual([
      ['a', '一'],
      ['b', '二'],
      ['version', '过期'],
    ])
    expect(unsentFault(said)).toMatchObject({ status: 'fault', code: 'invalid', fields: said })
    expect(unsentFault(said)).toHaveProperty('message', '有 3 处需要修改，内容没有提交。')
  })

  test('of an answer stand at the fields that the form has', () => {
    const answer = { ...unsentFault({ reason: '请填写', attachments: '太大' }) }
    expect(errorsIn(answer, ['reason'])).toEqual({ reason: { type: 'server', message: '请填写' } })
    expect(errorsIn({ status: 'idle' }, ['reason'])).toEqual({})
  })
})

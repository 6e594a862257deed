import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { memory } from '@/lib/domain/base/memory'
import { record } from './audit'
import { transaction } from './client'
import { syslogTarget } from './syslog'

const entry = (value: string) => ({ verb: 'data.mark', subject: 'demo', detail: { value } }) as const
const write = (value: string) => transaction((tx) => record(tx, 'operator', entry(value), 1_800_000_000_000))

afterEach(() => {
  vi.unstubAllEnvs()
  memory('stream to syslog', { most: 1 }).drop('here')
})

test('committed entries arrive at a collector as datagrams, in the form of RFC 5424', async () => {
  const collector = createSocket('udp4')
  await new Promise<void>((bound) => collector.bind(0, '127.0.0.1', bound))
  vi.stubEnv('AUDIT_SYSLOG', `udp://127.0.0.1:${collector.address().port}`)
  const arrived = new Promise<string>((resolve) => collector.once('message', (message) => resolve(String(message))))
  await write('中文')
  const [, head, text = ''] =
    /^(<110>1 2027-01-15T08:00:00\.000Z \S+ yanxin \d+ audit -) \ufeff(.*)$/.exec(await arrived) ?? []
  expect(head).toBeTruthy()
  expect(JSON.parse(text)).toMatchObject({ actor: 'operator', verb: 'data.mark', detail: { value: '中文' } })
  collector.close()
})

test('over a stream each is led by its length; a refused transaction sends nothing', async () => {
  let got = Buffer.alloc(0)
  const collector = createServer((socket) => {
    socket.on('data', (some) => {
      got = Buffer.concat([got, some])
    })
  })
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening))
  const { port } = collector.address() as { port: number }
  vi.stubEnv('AUDIT_SYSLOG', `tcp://127.0.0.1:${port}`)
  await transaction(async (tx) => {
    await record(tx, 'operator', entry('undone'))
    throw new Error('undone')
  }).catch(() => undefined)
  for (const value of ['一', '二']) await write(value)
  await vi.waitFor(() => expect(String(got)).toContain('二'))
  const values: string[] = []
  for (let rest = got; rest.length > 0; ) {
    const at = rest.indexOf(' ')
    const length = Number(rest.subarray(0, at))
    values.push(JSON.parse(String(rest.subarray(at + 1, at + 1 + length)).split('\ufeff')[1] ?? '').detail.value)
    rest = rest.subarray(at + 1 + length)
  }
  expect(values).toEqual(['一', '二'])
  collector.close()
})

test('a collector that is away is in nobody’s way, and what is set wrongly is said', async () => {
  vi.stubEnv('AUDIT_SYSLOG', 'tcp://127.0.0.1:1')
  await write('away')
  vi.stubEnv('AUDIT_SYSLOG', 'http://host')
  expect(() => syslogTarget()).toThrow('AUDIT_SYSLOG')
  vi.stubEnv('AUDIT_SYSLOG', 'udp://[::1]:1514')
  expect(syslogTarget()).toEqual({ protocol: 'udp', host: '::1', port: 1514 })
})

import { afterEach, expect, test, vi } from 'vitest'
import type { Quarter } from '@/lib/domain/time/quarter'
import { newestVersion } from './newest'

afterEach(() => vi.unstubAllGlobals())

/** Asks a server that answers like this. */
async function asked(answer: () => Response) {
  const server = vi.fn(async (_at: string, _how: RequestInit) => answer())
  vi.stubGlobal('fetch', server)
  return { found: await newestVersion('2020Q3' as Quarter), calls: server.mock.calls }
}

test('the version is asked of the server, never of what the browser kept', async () => {
  expect(await asked(() => Response.json({ version: 7 }))).toEqual({
    found: 7,
    calls: [['/api/figures/2020Q3', { cache: 'no-store' }]],
  })
})

test.each([
  ['a session that has ended', 401, 'over'],
  ['a right that was taken', 403, 'over'],
  ['a server that fails', 500, 'broken'],
  ['a proxy that has no server', 502, 'broken'],
])('%s (%i): %s', async (_, status, found) => {
  expect((await asked(() => new Response('{"version":7}', { status }))).found).toBe(found)
})

test('nobody answers, or somebody else does: broken', async () => {
  const silent = () => {
    throw new TypeError('Failed to fetch')
  }
  expect((await asked(silent)).found).toBe('broken')
  expect((await asked(() => new Response('<html>'))).found).toBe('broken')
})

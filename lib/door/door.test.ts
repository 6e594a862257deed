import { request as ask, createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, trusted } from './address.mjs'
import { meter } from './ahead.mjs'
import { door } from './door.mjs'
import { largestOf, refusalOf } from './rules.mjs'
import { ANSWERED_AS, PROOF, SAID } from './said.mjs'
import { shellOf } from './shell.mjs'

const OURS = ['http://yanxin.example:3000']
const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusalOf({ method, url, headers: { host: 'yanxin.example:3000', ...headers } }, OURS)?.status ?? null

describe('who is let in', () => {
  test.each([
    ['a page', 'GET', '/ranking/2020Q3?span=year', {}, null],
    ['its head', 'HEAD', '/', {}, null],
    ['a form of ours', 'POST', '/items/new', { origin: 'http://yanxin.example:3000', 'content-length': '9' }, null],
    ['whoever looks from this machine', 'GET', '/api/health', { host: '127.0.0.1:3000' }, null],
    ['another name of this machine', 'GET', '/', { host: 'elsewhere.example' }, 421],
    ['no name at all', 'GET', '/', { host: undefined as unknown as string }, 400],
    ['TRACE', 'TRACE', '/', {}, 405],
    ['DELETE', 'DELETE', '/items/1', {}, 405],
    ['an address that is none', 'GET', '/%E0%A4%A', {}, 400],
    ['a NUL in it', 'GET', '/items/%00', {}, 400],
    ['a foreign form', 'POST', '/', { origin: 'http://elsewhere.example', 'content-length': '1' }, 403],
    ['the form of a page without an origin', 'POST', '/', { origin: 'null', 'content-length': '1' }, 403],
    ['a body of unknown length, which is counted as it comes', 'POST', '/', {}, null],
    ['a sign-in of 25 MB', 'POST', '/sign-in', { 'content-length': String(25 * 1024 * 1024) }, 413],
    ['an item with its files', 'POST', '/items/new', { 'content-length': String(25 * 1024 * 1024) }, null],
  ])('%s', (_, method, url, headers, status) => {
    expect(asked(method, url, headers as Record<string, string>)).toBe(status)
  })

  test('a sign-in needs no more than 4 kB', () => {
    expect(largestOf('/sign-in')).toBeLessThanOrEqual(4 * 1024)
    expect(largestOf('/items/new')).toBeGreaterThan(20 * 1024 * 1024)
  })
})

describe('where a request came from', () => {
  const proxies = trusted('10.0.0.0/8, 192.168.1.1 fd00::/8')
  test.each([
    ['the socket, where nobody is trusted', trusted(), '10.0.0.1', '1.1.1.1', '10.0.0.1'],
    ['the socket, whatever a stranger says', proxies, '8.8.8.8', '1.1.1.1', '8.8.8.8'],
    ['what our proxy says', proxies, '10.0.0.1', '1.1.1.1', '1.1.1.1'],
    [
      'the last that is none of ours; before it anybody can write',
      proxies,
      '10.0.0.1',
      '6.6.6.6, 1.1.1.1, 10.9.9.9',
      '1.1.1.1',
    ],
    ['our proxy itself, where it names nobody', proxies, '192.168.1.1', undefined, '192.168.1.1'],
    ['the proxy, where it names what is no address', proxies, '10.0.0.1', 'nonsense', '10.0.0.1'],
    ['IPv4 through IPv6', proxies, '::ffff:10.0.0.1', '::ffff:1.1.1.1', '1.1.1.1'],
    ['IPv6', proxies, 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ])('%s', (_, list, socket, forwarded, expected) => {
    expect(addressOf(socket, forwarded, list)).toBe(expected)
  })

  test('a list that is none is refused', () => {
    for (const wrong of ['office', '10.0.0.0/33', '10.0.0.0/x', '1.2.3'])
      expect(() => trusted(wrong)).toThrow('TRUSTED_PROXIES')
  })
})

/** A clock of our own. */
function ticking() {
  let now = 1_000_000
  const after = (ms: number) => {
    now += ms
    return now
  }
  return { after }
}

describe('how long a newcomer would wait', () => {
  test('follows who is inside and the pace of answers, and is nothing when nobody is', () => {
    const load = meter()
    const clock = ticking()
    expect(load.ahead()).toBe(0)
    for (let n = 0; n < 500; n++) load.enter(clock.after(0))
    for (let n = 0; n < 300; n++) load.leave(clock.after(50))
    expect(load.inside()).toBe(200)
    expect(load.ahead()).toBeGreaterThan(9_500)
    expect(load.ahead()).toBeLessThanOrEqual(10_000)
    for (let n = 0; n < 200; n++) load.leave(clock.after(50))
    expect(load.ahead()).toBe(0)
  })

  test('an idle night is not a slow pace', () => {
    const load = meter()
    const clock = ticking()
    for (let n = 0; n < 100; n++) {
      load.enter(clock.after(3_600_000))
      load.leave(clock.after(5))
    }
    for (let n = 0; n < 100; n++) load.enter(clock.after(0))
    expect(load.ahead()).toBeLessThan(1_000)
  })
})

describe('what every answer tells the browser', () => {
  const policy = shellOf('abc', false)['Content-Security-Policy'] ?? ''

  test('only scripts that carry its own nonce run, none that merely stands in the page', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc';")
    expect(policy).toContain("base-uri 'none'")
    expect(policy.split(';').filter((part) => part.includes('unsafe-inline'))).toEqual([
      " style-src 'self' 'unsafe-inline'",
    ])
  })

  test('over https a browser never comes otherwise again; over http it is not told so', () => {
    expect(shellOf('abc', true)['Strict-Transport-Security']).toMatch(/^max-age=\d{8}$/)
    expect(shellOf('abc', false)['Strict-Transport-Security']).toBeUndefined()
  })
})

describe('the listener', () => {
  let server: Server
  let at: { port: number; host: string }
  beforeAll(async () => {
    const echo = createServer((request, response) => {
      request.resume().on('end', () => response.end(JSON.stringify(request.headers)))
    })
    server = door(
      async (request, response) => {
        if (request.url === '/broken') throw new Error('broken')
        if (request.url === '/refused')
          process.emit(ANSWERED_AS as never, request.headers[SAID.number] as never, 403 as never)
        echo.emit('request', request, response)
      },
      { NODE_ENV: 'test', NEXTAUTH_URL: 'http://127.0.0.1:1' },
    )
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    at = { port: (server.address() as AddressInfo).port, host: '127.0.0.1' }
  })
  afterAll(() => server.close())

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number | undefined; text: string; policy: string }>((done, failed) => {
      ask({ ...at, path, headers, method }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (more) => (text += more))
        response.on('end', () =>
          done({ status: response.statusCode, text, policy: String(response.headers['content-security-policy']) }),
        )
      })
        .on('error', failed)
        .end()
    })

  test('says when a request arrived, from where and under which number, whatever the client wrote there', async () => {
    const before = Date.now()
    const { text } = await get('/', { [SAID.arrival]: '0', [SAID.address]: '1.1.1.1', [SAID.number]: 'mine' })
    const said = JSON.parse(text)
    expect(Number(said[SAID.arrival])).toBeGreaterThanOrEqual(before)
    expect(said[SAID.address]).toBe('127.0.0.1')
    expect(said[SAID.number]).toMatch(/^[0-9a-f]{12}$/)
  })

  test('each answer has a nonce of its own, and Next is told it; what a client writes there is not', async () => {
    const [one, two] = [await get('/'), await get('/', { 'content-security-policy': "script-src 'nonce-mine'" })]
    expect(one.policy).toMatch(/'nonce-[\w+/]{22}=='/)
    expect(JSON.parse(one.text)['content-security-policy']).toBe(one.policy)
    expect(JSON.parse(two.text)['content-security-policy']).toBe(two.policy)
    expect(two.policy).not.toBe(one.policy)
  })

  test('what Next sends on through the door again keeps what was said at first; a client can say nothing of the kind', async () => {
    const first = JSON.parse((await get('/')).text)
    const again = await get('/', { ...first, host: first.host, [SAID.arrival]: '7', [SAID.address]: '1.1.1.1' })
    expect(JSON.parse(again.text)).toMatchObject({ [SAID.arrival]: '7', [SAID.address]: '1.1.1.1' })
    const stranger = await get('/', { [PROOF]: 'guess', [SAID.address]: '1.1.1.1' })
    expect(JSON.parse(stranger.text)[SAID.address]).toBe('127.0.0.1')
  })

  test('a page that is drawn in words all the same says under which status', async () => {
    const answers = await Promise.all([get('/refused'), get('/'), get('/refused', { [SAID.number]: 'mine' })])
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403])
  })

  test('a body that comes in pieces is cut off where it is too large', async () => {
    const send = (pieces: number) =>
      new Promise<number | undefined>((done, failed) => {
        const sent = ask({ ...at, path: '/sign-in', method: 'POST' }, (response) => {
          response.resume().on('end', () => done(response.statusCode))
        }).on('error', failed)
        for (let n = 0; n < pieces; n++) sent.write('x'.repeat(1024))
        sent.end()
      })
    expect(await send(3)).toBe(200)
    expect(await send(64)).toBe(413)
  })

  test('refuses in words, as a page where a page was asked for', async () => {
    expect(await get('/', {}, 'TRACE')).toMatchObject({ status: 405, text: '不支持这种请求方式。' })
    const page = await get('/', { host: 'elsewhere.example', accept: 'text/html' })
    expect([page.status, page.text.includes('本系统的地址是 http://127.0.0.1:1')]).toEqual([421, true])
    expect(await get('/broken')).toMatchObject({ status: 500, text: '系统出错，请稍后再试。' })
  })

  test('what is no HTTP is answered in words and cut off', async () => {
    const socket = connect(at.port, at.host)
    let text = ''
    socket.setEncoding('utf8').on('data', (more) => (text += more))
    socket.write('nonsense\r\n\r\n')
    await new Promise((closed) => socket.on('close', closed))
    expect(text).toMatch(/^HTTP\/1\.1 400.*请求有误/s)
  })
})

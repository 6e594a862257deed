import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { addressOf, trusted } from './address.mjs'
import { meter } from './ahead.mjs'
import { watchClock } from './clock.mjs'
import { isPage, LONGEST_MS, largestOf, MOST_INSIDE, originsOf, pathOf, refusalOf, tooLarge } from './rules.mjs'
import { ANSWERED_AS, PROOF, SAID } from './said.mjs'
import { shellOf } from './shell.mjs'
import { atOnceOn, turns } from './turns.mjs'

/** Whoever sends slower than this, head or whole, is cut off. */
const HEAD_MS = 20_000
const WHOLE_MS = 300_000

/**
 * The one listener of the portal: it notes when a request arrived, from where and under which number, refuses in words
 * what no page is for, and hands on the rest.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} handle
 * @param {NodeJS.ProcessEnv} env NEXTAUTH_URL, TRUSTED_PROXIES, DATABASE_URL
 * @param {Pick<ReturnType<typeof watchClock>, 'off'>} clock
 */
export function door(handle, env, clock = watchClock()) {
  const origins = originsOf(env)
  const proxies = trusted(env.TRUSTED_PROXIES)
  const proof = randomBytes(24).toString('base64url')
  const load = meter()
  const inTurn = turns(atOnceOn(env))
  const https = origins[0]?.startsWith('https:') ?? false
  /** Who is inside by number: what is sent on through the door again has that of the first. @type {Map<string, import('node:http').ServerResponse>} */
  const inside = new Map()
  /** @param {string} number @param {number} status */
  const answeredAs = (number, status) => {
    const response = inside.get(number)
    if (response && !response.headersSent) response.statusCode = status
  }
  process.on(ANSWERED_AS, answeredAs)

  const server = createServer({ headersTimeout: HEAD_MS, requestTimeout: WHOLE_MS }, (request, response) => {
    const ahead = load.ahead()
    const refusal = refusalOf(request, origins) ?? (isFull(request, load.inside(), ahead) ? FULL : null)
    if (refusal) return refuse(request, response, refusal)
    load.enter(performance.now())
    const { headers } = request
    if (headers[PROOF] !== proof) {
      headers[PROOF] = proof
      headers[SAID.arrival] = String(Date.now())
      headers[SAID.address] = addressOf(request.socket.remoteAddress, headers['x-forwarded-for'], proxies)
      headers[SAID.number] = randomBytes(6).toString('hex')
      headers[SAID.ahead] = ahead.toFixed(0)
      const off = clock.off()
      headers[SAID.clock] = off ? `${off.drift} ${off.since}` : ''
      const shell = shellOf(randomBytes(16).toString('base64'), https)
      // Next reads there which nonce its scripts are to carry.
      headers['content-security-policy'] = shell['Content-Security-Policy']
      for (const [name, value] of Object.entries(shell)) response.setHeader(name, value)
    }
    const number = String(headers[SAID.number])
    inside.set(number, response)
    response.once('close', () => {
      load.leave(performance.now())
      if (inside.get(number) === response) inside.delete(number)
    })
    if (headers['content-length'] === undefined) bound(request, response)
    const answer = () =>
      handle(request, response).catch(() => {
        if (!response.headersSent) refuse(request, response, BROKEN)
        else response.destroy()
      })
    if (!isPage(request)) return void answer()
    const giveUp = inTurn((done) => {
      beforeEnd(response, done)
      answer()
    })
    response.once('close', giveUp)
  })
  server.on('close', () => process.off(ANSWERED_AS, answeredAs))
  server.on('clientError', (/** @type {NodeJS.ErrnoException} */ error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
    const words = Buffer.from('请求有误，无法处理。请刷新页面后再试。')
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${words.length}\r\nConnection: close\r\n\r\n${words}`,
    )
  })
  return server
}

/** A page is drawn when the last of it is handed over, however slowly it is read. @param {import('node:http').ServerResponse} response @param {() => void} done */
function beforeEnd(response, done) {
  const end = response.end
  response.end = /** @type {typeof end} */ (
    (/** @type {Parameters<typeof end>} */ ...last) => {
      done()
      return end.apply(response, last)
    }
  )
  response.once('close', done)
}

/**
 * Counts what comes in pieces without a length, and cuts it off where it grows too large.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function bound(request, response) {
  const largest = largestOf(pathOf(request.url ?? '') ?? '')
  const push = request.push.bind(request)
  let left = largest
  request.push = (piece, encoding) => {
    if (left < 0) return false
    left -= piece?.length ?? 0
    if (left >= 0) return push(piece, encoding)
    if (response.headersSent) request.socket.destroy()
    else refuse(request, response, tooLarge(largest))
    return false
  }
}

/** What is sent is let in longer than who only looks: it is answered with a word of when it came. @param {import('node:http').IncomingMessage} request @param {number} inside @param {number} ahead */
function isFull(request, inside, ahead) {
  return inside >= MOST_INSIDE || (request.method !== 'POST' && ahead > LONGEST_MS)
}

/** @type {import('./rules.mjs').Refusal} */
const FULL = { status: 503, words: '同时访问的人太多，请稍候几秒再试。', headers: { 'Retry-After': '5' } }

/** @type {import('./rules.mjs').Refusal} */
const BROKEN = { status: 500, words: '系统出错，请稍后再试。' }

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('./rules.mjs').Refusal} refusal
 */
function refuse(request, response, { status, words, headers }) {
  const html = request.headers.accept?.includes('text/html')
  const body = html
    ? `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>雁信</title><p style="max-width:36em;margin:4em auto;padding:0 1em;font:18px/1.75 sans-serif">${escaped(words)}</p></html>`
    : words
  response.writeHead(status, {
    'Content-Type': `text/${html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    // What was sent with it is not read.
    Connection: 'close',
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** @param {string} words */
function escaped(words) {
  return words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

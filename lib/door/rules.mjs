/*
 * Who is let in, before Next sees anything. Plain node, since the server is started without a compiler.
 */

const MB = 1024 * 1024
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * How large what is sent may be, by what its path begins with; the first that fits. What nobody needs to be known for is
 * small; files go to a few forms (the largest: the attachments of an item, lib/domain/attachments); texts are the rest.
 * @type {readonly [RegExp, number][]}
 */
const LARGEST = [
  [/^\/(sign-in|signed-in|password|account)(\/|$)/, 4 * 1024],
  [/^\/api(\/|$)/, 16 * 1024],
  [/^\/items(\/|$)/, 26 * MB],
  [/^\/(check|verify|upper|past)(\/|$)/, 26 * MB],
  [/^/, 4 * MB],
]

/** How many requests may be inside at once. */
export const MOST_INSIDE = 5_000

/** Where a newcomer would wait longer than this, pages are refused; what is sent is told to come again (lib/action/busy). */
export const LONGEST_MS = 10_000

/**
 * @typedef {{ method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders }} Asked
 * @typedef {{ status: number, words: string, headers?: Record<string, string> }} Refusal
 */

/** Whether a page is asked for, which is drawn: not what is sent, a script, or one of the short answers. @param {Asked} asked */
export function isPage({ method, url = '' }) {
  return method !== 'POST' && !/^\/(_next|api)\//.test(url)
}

/**
 * Why a request is not let in, or null.
 * @param {Asked} asked
 * @param {readonly string[]} origins the first is the address to say
 * @returns {Refusal | null}
 */
export function refusalOf({ method = '', url = '', headers }, origins) {
  const path = pathOf(url)
  if (path === null) return { status: 400, words: '网址有误，无法打开。请从首页进入，或核对网址。' }
  if (!isOurs(headers.host, origins))
    return {
      status: headers.host ? 421 : 400,
      words: `本系统的地址是 ${origins[0]}，请从该地址打开。该地址打不开时，请联系系统管理员核对本系统的访问地址设置。`,
    }
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return { status: 405, words: '不支持这种请求方式。', headers: { Allow: 'GET, HEAD, POST' } }
  return method === 'POST' ? refusalOfPost(path, headers, origins) : null
}

/** @param {string} path @param {Asked['headers']} headers @param {readonly string[]} origins @returns {Refusal | null} */
function refusalOfPost(path, headers, origins) {
  // Without an origin the action itself refuses, with what was typed; a foreign one never gets that far.
  if (headers.origin !== undefined && !origins.includes(headers.origin))
    return { status: 403, words: `请求的来源不正确，没有提交。请从 ${origins[0]} 打开本系统。` }
  const largest = largestOf(path)
  return Number(headers['content-length'] ?? 0) > largest ? tooLarge(largest) : null
}

/** How many bytes may be sent to a path. @param {string} path */
export function largestOf(path) {
  return LARGEST.find(([pattern]) => pattern.test(path))?.[1] ?? 0
}

/** @param {number} largest @returns {Refusal} */
export function tooLarge(largest) {
  return { status: 413, words: `提交的内容过大，没有提交。此处最多 ${sizeName(largest)}，请减少或压缩后再试。` }
}

/** The path of what was asked for, or null where no page can have it. @param {string} url */
export function pathOf(url) {
  const raw = url.split('?', 1)[0] ?? ''
  try {
    const path = decodeURIComponent(raw)
    return path.startsWith('/') && !path.includes('\0') ? path : null
  } catch {
    return null
  }
}

/** @param {string | undefined} host @param {readonly string[]} origins */
function isOurs(host, origins) {
  if (host === undefined) return false
  return LOOPBACK.test(host) || origins.some((origin) => new URL(origin).host === host)
}

/** @param {number} bytes */
function sizeName(bytes) {
  return bytes < MB ? `${bytes / 1024} KB` : `${bytes / MB} MB`
}

/**
 * The addresses that clients may be known by: `NEXTAUTH_URL`, and in the demo its loopback twin (lib/auth/settings).
 * @param {NodeJS.ProcessEnv} env
 */
export function originsOf(env) {
  const { origin } = new URL(env.NEXTAUTH_URL || 'http://localhost:3000')
  return env.YANXIN_DEMO === '1' ? [origin, origin.replace('//localhost', '//127.0.0.1')] : [origin]
}

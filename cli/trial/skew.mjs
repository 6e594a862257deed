import { readFileSync, writeFileSync } from 'node:fs'

/*
 * For trials alone, read before the server (`node --import`): its wall clock stands off by as many milliseconds as the file says
 * that SKEW_FILE names, from the moment that somebody writes it. What it has read it writes beside that file; the processes that it
 * starts read it as well, and are asked by nobody.
 */
const file = process.env.SKEW_FILE ?? ''
const isServer = process.argv[1]?.endsWith('serve.mjs') ?? false
const RealDate = Date
let by = 0

function read() {
  try {
    const now = Number(readFileSync(file, 'utf8')) || 0
    if (now === by) return
    by = now
    if (isServer) writeFileSync(`${file}.read`, String(by))
  } catch {}
}

read()
setInterval(read, 50).unref()

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, itself) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + by] : given, itself),
  get: (target, name, receiver) => (name === 'now' ? () => RealDate.now() + by : Reflect.get(target, name, receiver)),
})

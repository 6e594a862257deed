import { appendFileSync } from 'node:fs'
import { Server } from 'node:http'

/*
 * For trials alone, read before the server (`node --import`): how long after its arrival at our door each POST was answered, in
 * milliseconds, a line each in the file that TIMES_FILE names. Who asks is at work on the same machine, and measures himself too.
 */
const file = process.env.TIMES_FILE ?? ''
const emit = Server.prototype.emit

/** @this {Server} @param {string} event @param {any[]} given */
Server.prototype.emit = function timed(event, ...given) {
  const [request, response] = given
  // What Next sends on through the door again is part of the first.
  if (event === 'request' && request.method === 'POST' && request.headers['x-action-forwarded'] === undefined) {
    const came = performance.now()
    response.once('finish', () => appendFileSync(file, `${(performance.now() - came).toFixed(0)}\n`))
  }
  return emit.call(this, event, ...given)
}

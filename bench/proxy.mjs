import { connect, createServer } from 'node:net'

/**
 * A small proxy before several servers, a process of its own: `node bench/proxy.mjs PORT TO…`. Connections go to one
 * after the other.
 */
const [port, ...to] = process.argv.slice(2).map(Number)
let turn = 0

createServer((from) => {
  const server = connect({ host: '127.0.0.1', port: to[turn++ % to.length] ?? 0, noDelay: true })
  from.setNoDelay(true)
  from.pipe(server).pipe(from)
  for (const [one, other] of [
    [from, server],
    [server, from],
  ])
    one?.on('error', () => other?.destroy())
}).listen(port, '127.0.0.1')

import { createSocket } from 'node:dgram'
import { connect, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import type { LogName } from './anchors'

/** A line of a log on its way to the collector of an office: what the log holds of it, nothing more. */
export type Streamed = { seq: number; at: number; actor: string; verb: string; subject: string; detail: string } & {
  origin: string | null
  hash: string
}

type Target = { protocol: 'udp' | 'tcp'; host: string; port: number }
type Stream = { waiting: Buffer[]; lost: number; send(): void }

/** What waits while the collector is away; beyond it lines are counted only: they stand in the log itself. */
const MOST_WAITING = 10_000
const AGAIN_MS = 5_000
const MOST_UNSENT = 1_000_000
/** What a collector takes in one datagram (RFC 5426); a longer line goes without its details. */
const LONGEST = 8_000
/** Facility 13, log audit; severity 6, informational. */
const PRIORITY = 13 * 8 + 6

/** Where lines are sent: AUDIT_SYSLOG as udp://host:514 or tcp://host:514; null where nothing is set. */
export function syslogTarget(): Target | null {
  const set = process.env.AUDIT_SYSLOG
  if (!set) return null
  const url = URL.canParse(set) ? new URL(set) : null
  const protocol = url?.protocol.slice(0, -1)
  if (!url?.hostname || (protocol !== 'udp' && protocol !== 'tcp'))
    throw new Fault('conflict', `AUDIT_SYSLOG 应写作 udp://主机:514 或 tcp://主机:514，现为“${set}”。`)
  return { protocol, host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || 514 }
}

const streams = memory<Stream | null>('stream to syslog', { most: 1 })

/** Sends lines that were committed, beside everything else: what fails stays in a bounded queue, and nobody waits. */
export function toSyslog(log: LogName, lines: readonly Streamed[]): void {
  if (!process.env.AUDIT_SYSLOG) return
  const stream = streams.once('here', open)
  if (!stream) return
  for (const line of lines) {
    if (stream.waiting.length >= MOST_WAITING) stream.lost++
    else stream.waiting.push(messageOf(log, line))
  }
  stream.send()
}

function open(): Stream | null {
  try {
    const target = syslogTarget()
    return target && (target.protocol === 'udp' ? overUdp(target) : overTcp(target))
  } catch {
    return null // said in words at the start (db/baseline)
  }
}

function overUdp({ host, port }: Target): Stream {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4').unref()
  socket.on('error', () => undefined)
  const stream: Stream = {
    waiting: [],
    lost: 0,
    send() {
      for (const message of taken(stream)) socket.send(message, port, host, () => undefined)
    },
  }
  return stream
}

function overTcp({ host, port }: Target): Stream {
  let socket: Socket | null = null
  let ready = false
  const stream: Stream = { waiting: [], lost: 0, send }

  function send(): void {
    if (!socket) begin()
    if (!socket || !ready || socket.writableLength > MOST_UNSENT) return
    // A stream has no ends of messages: each is led by its length (RFC 6587).
    for (const message of taken(stream)) socket.write(Buffer.concat([Buffer.from(`${message.length} `), message]))
  }

  function begin(): void {
    socket = connect(port, host).unref()
    socket.on('connect', () => {
      ready = true
      send()
    })
    socket.on('drain', send)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      ready = false
      setTimeout(() => {
        socket = null
        if (stream.waiting.length > 0) send()
      }, AGAIN_MS).unref()
    })
  }
  return stream
}

function taken(stream: Stream): Buffer[] {
  const { waiting, lost } = stream
  Object.assign(stream, { waiting: [], lost: 0 })
  return lost > 0 ? [...waiting, framed(Date.now(), 'lost', JSON.stringify({ lost }))] : waiting
}

function messageOf(log: LogName, line: Streamed): Buffer {
  const { seq, at, actor, verb, subject, detail, origin, hash } = line
  const short = { seq, actor, verb, subject, origin, hash }
  const whole = framed(at, log, JSON.stringify({ ...short, detail: JSON.parse(detail) }))
  return whole.length <= LONGEST ? whole : framed(at, log, JSON.stringify(short))
}

/** A message as RFC 5424 has it; the mark before the text says that it is UTF-8. */
function framed(at: number, kind: string, text: string): Buffer {
  const head = `<${PRIORITY}>1 ${new Date(at).toISOString()} ${hostname().slice(0, 255)} yanxin ${process.pid} ${kind} -`
  return Buffer.from(`${head} \ufeff${text}`)
}

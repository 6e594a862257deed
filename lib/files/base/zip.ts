import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const DESCRIPTOR = 0x08074b50
const END_SIZE = 22
const DEFLATED = 8
/** How much it was pressed, a size told behind the data, a name in UTF-8; encryption and patches are not for us. */
const FLAGS = 0x0002 | 0x0004 | 0x0008 | 0x0800
const TOLD_BEHIND = 0x0008
/** A field of a ZIP64 directory, and of the entry of one. */
const ZIP64 = 0xffffffff
/** A workbook of a hundred sheets has some three hundred. */
const MOST_ENTRIES = 2_000

/** Why a zip file is not read: `broken` is what no office writes, `large` what unpacks to too much. */
export class Unzippable extends Error {
  constructor(readonly why: 'broken' | 'large') {
    super(why)
  }
}

/** The parts of a file by their names. */
export type Parts = ReadonlyMap<string, Buffer>

/**
 * The one reader of zip files: the parts that are `wanted` by name, unpacked. It reads one directory, which ends the file;
 * entries lie end to end before it, and each is what the directory declares. Whatever another reader could take in another
 * way (ZIP64, a second directory, an entry twice, bytes of two entries or of none) is refused. Throws Unzippable.
 */
export function unzip(bytes: Uint8Array, most: number, wanted: (name: string) => boolean): Parts {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return partsIn(zip, most, wanted)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    // Outside of the file, longer than declared, or no deflated data at all.
    if (error instanceof RangeError || code === 'ERR_BUFFER_TOO_LARGE' || code.startsWith('Z_'))
      throw new Unzippable('broken')
    throw error
  }
}

/** Parts as a zip file: what was approved goes to whoever reads on, and nothing else. */
export function zip(parts: Parts): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
}

type Entry = {
  name: string
  key: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  at: number
}

function partsIn(zip: Buffer, most: number, wanted: (name: string) => boolean): Parts {
  const { entries, directory } = directoryOf(zip)
  if (entries.length > MOST_ENTRIES || entries.reduce((sum, { size }) => sum + size, 0) > most)
    throw new Unzippable('large')
  demand(new Set(entries.map(({ key }) => key)).size === entries.length)
  const parts = new Map<string, Buffer>()
  let next = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    demand(entry.at === next)
    const { data, end } = dataOf(zip, entry)
    next = end
    // All are unpacked: what nobody reads here is opened by whoever gets the file.
    const part = unpacked(data, entry)
    if (wanted(entry.name)) parts.set(entry.name, part)
  }
  demand(next === directory)
  // In the order of the directory, as their writer meant them.
  return new Map(entries.flatMap(({ name }) => (parts.has(name) ? [[name, parts.get(name) as Buffer]] : [])))
}

function directoryOf(zip: Buffer): { entries: Entry[]; directory: number } {
  const end = zip.length - END_SIZE
  demand(zip.readUInt32LE(end) === END && zip.readUInt16LE(end + 20) === 0)
  const [disk, first, here, all] = [4, 6, 8, 10].map((offset) => zip.readUInt16LE(end + offset))
  const [length, directory] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  demand(disk === 0 && first === 0 && here === all && directory + length === end)
  const entries: Entry[] = []
  let at = directory
  while (at < end) {
    const entry = entryAt(zip, at)
    entries.push(entry.read)
    at = entry.next
  }
  demand(at === end && entries.length === all)
  return { entries, directory }
}

function entryAt(zip: Buffer, at: number): { read: Entry; next: number } {
  demand(zip.readUInt32LE(at) === ENTRY)
  const [flags = 0, method = 0] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
  const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset))
  const [nameSize = 0, extra = 0, remark = 0, disk] = [28, 30, 32, 34].map((offset) => zip.readUInt16LE(at + offset))
  const local = zip.readUInt32LE(at + 42)
  demand((flags & ~FLAGS) === 0 && (method === 0 || method === DEFLATED) && disk === 0)
  demand(![packed, size, local].includes(ZIP64) && (method === DEFLATED || packed === size))
  const name = zip.toString('utf8', at + 46, at + 46 + nameSize)
  demand(name !== '' && !name.includes('\0'))
  // Names that differ in case or slash alone are one part to some readers.
  const key = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
  const read = { name, key, flags, method, crc, packed, size, at: local }
  return { read, next: at + 46 + nameSize + extra + remark }
}

/** The packed bytes of an entry, whose own head must say what the directory says, and where it ends. */
function dataOf(zip: Buffer, { name, flags, method, crc, packed, size, at }: Entry): { data: Buffer; end: number } {
  demand(zip.readUInt32LE(at) === LOCAL && zip.readUInt16LE(at + 6) === flags && zip.readUInt16LE(at + 8) === method)
  const [nameSize, extra] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)]
  demand(zip.toString('utf8', at + 30, at + 30 + nameSize) === name)
  const from = at + 30 + nameSize + extra
  const to = from + packed
  demand(to <= zip.length)
  const told = [14, 18, 22].map((offset) => zip.readUInt32LE(at + offset))
  const behind = (flags & TOLD_BEHIND) !== 0
  demand([crc, packed, size].every((value, i) => told[i] === value || (behind && told[i] === 0)))
  return { data: zip.subarray(from, to), end: behind ? endBehind(zip, to, [crc, packed, size]) : to }
}

/** Where an entry ends whose sizes are told behind its data, with a signature or without. */
function endBehind(zip: Buffer, at: number, wanted: readonly number[]): number {
  const from = zip.readUInt32LE(at) === DESCRIPTOR ? at + 4 : at
  demand(wanted.every((value, i) => zip.readUInt32LE(from + 4 * i) === value))
  return from + 12
}

function unpacked(data: Buffer, { method, crc, size }: Entry): Buffer {
  let part = data
  if (method === DEFLATED) {
    const { buffer, engine } = inflateRawSync(data, { maxOutputLength: Math.max(size, 1), info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    demand(engine.bytesWritten === data.length)
    part = buffer
  }
  demand(part.length === size && crc32(part) === crc)
  return part
}

function demand(holds: boolean): void {
  if (!holds) throw new Unzippable('broken')
}

import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50
const END = 0x06054b50
const END_SIZE = 22
const LONGEST_REMARK = 0xffff
const DEFLATED = 8

/**
 * How many bytes a zip file really unpacks to, by unpacking it: the sizes that it declares are whoever made it's word.
 * Counting stops above `most`. Null when it is no zip file that can be read.
 */
export function inflatedSize(bytes: Uint8Array, most: number): number | null {
  return walk(bytes, most, () => undefined)
}

/** The parts of a zip file that are `wanted` by name, unpacked. Null when it can't be read or unpacks to more than `most`. */
export function partsOf(
  bytes: Uint8Array,
  most: number,
  wanted: (name: string) => boolean,
): Map<string, Buffer> | null {
  const parts = new Map<string, Buffer>()
  const size = walk(bytes, most, (name, data) => void (wanted(name) && parts.set(name, data)))
  return size === null || size > most ? null : parts
}

type Each = (name: string, data: Buffer) => void

function walk(bytes: Uint8Array, most: number, each: Each): number | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return sum(zip, most, each)
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return most + 1
    if (error instanceof RangeError || (error as { code?: string }).code?.startsWith('Z_')) return null
    throw error
  }
}

function sum(zip: Buffer, most: number, each: Each): number | null {
  const end = endOf(zip)
  if (end === null) return null
  let at = zip.readUInt32LE(end + 16)
  let total = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) return null
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + packed)
    const part = method === DEFLATED ? inflateRawSync(data, { maxOutputLength: most + 1 - total }) : data
    total += part.length
    if (total > most) return total
    each(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)), part)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return total
}

function endOf(zip: Buffer): number | null {
  for (let at = zip.length - END_SIZE; at >= Math.max(0, zip.length - END_SIZE - LONGEST_REMARK); at--) {
    if (zip.readUInt32LE(at) === END) return at
  }
  return null
}

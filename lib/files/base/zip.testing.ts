import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a crafted zip file: as it should be, but for what is told otherwise. */
export type CraftedEntry = {
  name: string
  data: Uint8Array | string
  /** What the directory and the head say that it unpacks to. */
  declared?: number
  flags?: number
  method?: number
  /** How many bytes before its own place the directory says it lies. */
  earlier?: number
  /** Bytes of nobody before it. */
  before?: Uint8Array
  localName?: string
}

/** For tests and trials only: a zip file byte by byte, so that it can be wrong in one way. */
export function craftedZip(entries: readonly CraftedEntry[], { count = entries.length, remark = '' } = {}): Uint8Array {
  const pieces: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  const put = (...more: Buffer[]) => {
    pieces.push(...more)
    at += more.reduce((sum, { length }) => sum + length, 0)
  }
  for (const { name, data, declared, flags = 0, method = 8, earlier = 0, before, localName = name } of entries) {
    if (before) put(Buffer.from(before))
    const plain = Buffer.from(data)
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const facts = [crc32(plain), packed.length, declared ?? plain.length]
    const place = at - earlier
    put(headOf(0x04034b50, 30, 6, [flags, method], 14, facts, localName), Buffer.from(localName), packed)
    const entry = headOf(0x02014b50, 46, 8, [flags, method], 16, facts, name)
    entry.writeUInt32LE(place, 42)
    heads.push(entry, Buffer.from(name))
  }
  const directory = at
  put(...heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(at - directory, 12)
  end.writeUInt32LE(directory, 16)
  end.writeUInt16LE(remark.length, 20)
  put(end, Buffer.from(remark))
  return new Uint8Array(Buffer.concat(pieces))
}

function headOf(
  signature: number,
  size: number,
  flagsAt: number,
  flags: readonly number[],
  factsAt: number,
  facts: readonly number[],
  name: string,
): Buffer {
  const head = Buffer.alloc(size)
  head.writeUInt32LE(signature, 0)
  for (const [i, value] of flags.entries()) head.writeUInt16LE(value, flagsAt + 2 * i)
  for (const [i, value] of facts.entries()) head.writeUInt32LE(value, factsAt + 4 * i)
  head.writeUInt16LE(Buffer.byteLength(name), factsAt + 12)
  return head
}

/** In which codes the character 密 may stand in a file that nobody reads. */
const CODES: readonly { name: string; secret: Buffer; step: number }[] = [
  { name: 'utf-8', secret: Buffer.from('密'), step: 1 },
  { name: 'utf-16le', secret: Buffer.from('密', 'utf16le'), step: 2 },
  { name: 'utf-16be', secret: Buffer.from('密', 'utf16le').swap16(), step: 2 },
  { name: 'gb18030', secret: Buffer.from([0xc3, 0xdc]), step: 1 },
]
const AROUND = 48
/** By chance two bytes come together once in 65,536. */
const MOST = 2_000

/**
 * What stands around each 密 in bytes that cannot be read as a whole: remarks in pictures, drawings, the text of older kinds
 * of documents. It proves nothing of the rest.
 */
export function glimpsesOf(bytes: Uint8Array): string[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return CODES.flatMap(({ name, secret, step }) => {
    const decoder = new TextDecoder(name)
    const seen: string[] = []
    for (let at = all.indexOf(secret); at >= 0 && seen.length < MOST; at = all.indexOf(secret, at + secret.length)) {
      // A whole number of characters before it, where all are of one length; a cut one shows as a sign of its own.
      const from = Math.max(at % step, at - AROUND)
      seen.push(decoder.decode(all.subarray(from, at + AROUND)))
    }
    return seen
  })
}

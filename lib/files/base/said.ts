import { sortedUnread, type Unread } from '@/lib/domain/attachments/unread'
import { CONTAINERS, type FilePart, type OpenedPart, type Work } from './containers'
import { glimpsesOf } from './glimpses'
import { Unzippable } from './zip'

/** Everything that a file says: its parts with their texts, what else is judged, and what nobody could read. */
export type FileWords = { parts: { path: string; root: string; text: string }[]; judged: string[]; unread: Unread[] }

/** A workbook in a document in a mail: deeper no office embeds, and what lies deeper is told as unread. */
const DEEPEST = 3

/**
 * Reads all that can be read in a file, and in files within it, by what each is. What a file itself must be is the
 * caller's to ask; a file within it that is broken is told as unread. Throws Unzippable.
 */
export async function saidIn(bytes: Uint8Array, work: Work): Promise<FileWords> {
  const said: FileWords = { parts: [], judged: [], unread: [] }
  const whole = { path: '', bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  await readPiece(whole, 0, work, said)
  return { ...said, unread: sortedUnread(said.unread) }
}

async function readPiece(piece: FilePart, depth: number, work: Work, said: FileWords): Promise<void> {
  const { root = '', text = '', judged = [], within = [], unread = [] } = await opened(piece, work)
  said.parts.push({ path: piece.path, root, text })
  said.judged.push(...judged)
  said.unread.push(...unread)
  if (within.length > 0 && depth === DEEPEST) said.unread.push('object')
  else for (const one of within) await readPiece(one, depth + 1, work, said)
}

async function opened(piece: FilePart, work: Work): Promise<OpenedPart> {
  try {
    return (await CONTAINERS.find(({ is }) => is(piece))?.open(piece, work)) ?? {}
  } catch (error) {
    if (!(error instanceof Unzippable) || error.why === 'large' || isOwn(piece)) throw error
    return { judged: glimpsesOf(piece.bytes), unread: ['object'] }
  }
}

/** Whether the file cannot do without it: the file itself, and its own XML. */
function isOwn({ path }: FilePart): boolean {
  return path === '' || (!path.includes('!') && /\.(?:xml|rels)$/i.test(path))
}

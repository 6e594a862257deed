import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dataDirectory } from '@/db/dialect'
import { inWords } from '@/db/trouble'

/*
 * Attached files, under the SHA-256 of what they hold: DATA_DIR/attachments/ab/abcd…. The same content lies there once,
 * whoever sent it; names stand in the database alone. Only the account that serves the portal may read them.
 */

function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no SHA-256')
  return join(/* turbopackIgnore: true */ dataDirectory(), 'attachments', sha256.slice(0, 2), sha256)
}

/** Puts a file on disk, where it stays through a power cut once this returns; what is there whole is left alone. */
export async function keepFile(sha256: string, bytes: Uint8Array): Promise<void> {
  if (await readKept(sha256)) return
  const place = placeOf(sha256)
  const folder = dirname(place)
  const temporary = `${place}.${randomUUID()}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, place)
  } catch (error) {
    await rm(temporary, { force: true })
    throw inWords(error)
  }
  for (const one of [folder, dirname(folder), dirname(dirname(folder))]) await syncFolder(one)
}

/** A file by its digest; null when it isn't there, or no longer holds what it did. */
export async function readKept(sha256: string): Promise<Buffer | null> {
  const bytes = await readFile(placeOf(sha256)).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  })
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

/** A renamed file is on disk for good only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Takes a file off the disk for good; one that is not there is no fault. */
export async function dropKept(sha256: string): Promise<void> {
  const place = placeOf(sha256)
  await rm(place, { force: true })
  await syncFolder(dirname(place)).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  })
}

import { statfs } from 'node:fs/promises'
import { dataDirectory } from './dialect'

/** Free bytes where the data lie, and how many there are; without end where the system does not say. */
export async function spaceHere(): Promise<{ free: number; total: number }> {
  try {
    const { bavail, blocks, bsize } = await statfs(dataDirectory())
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return { free: Number.POSITIVE_INFINITY, total: Number.POSITIVE_INFINITY }
  }
}

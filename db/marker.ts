import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDirectory } from './dialect'

const place = () => join(dataDirectory(), 'yanxin')
const WORDS = '本目录是雁信的数据目录，请勿删除本文件。This folder holds the data of Yanxin; keep this file.\n'

/** Marks DATA_DIR as a folder whose database was once made: one that is missing later was lost, and is not to be made anew. */
export function markFolder(): void {
  if (isMarked()) return
  mkdirSync(dataDirectory(), { recursive: true, mode: 0o700 })
  writeFileSync(place(), WORDS, { mode: 0o600 })
}

/** Whether DATA_DIR is marked. */
export function isMarked(): boolean {
  return existsSync(place())
}

import { Fault } from '@/lib/domain/base/fault'

const KEPT = '内容没有提交，仍保留在本页。'
const LOCKED = `系统正忙，${KEPT}请稍后再交。`

/** What a database or a disk may answer, by the beginning of its code, and what a person is told. */
const WORDS: readonly [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/, `磁盘已满，${KEPT}请联系系统管理员清理磁盘，之后再交。`],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/, LOCKED],
  [/^(SQLITE_READONLY|EROFS|25006)/, `磁盘不能写入，${KEPT}请联系系统管理员，之后再交。`],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO|58030)/, `磁盘读写出错，${KEPT}请联系系统管理员，之后再交。`],
]

/** For whom another process has kept the database too long. */
export function locked(): Fault {
  return new Fault('busy', LOCKED)
}

/** An error of the disk or of a lock as a fault in words; any other as it is. */
export function inWords(error: unknown): unknown {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    const words = WORDS.find(([code]) => code.test(String(e.code)))?.[1]
    if (words) return new Fault('busy', words)
  }
  return error
}

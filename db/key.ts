import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import { dataDirectory } from './dialect'
import { makeSecretFile } from './secret-file.mjs'

const LEAST = 32
const rightsAreKept = process.platform !== 'win32'
const keys = memory<Buffer>('key of the audit log', { most: 1 })

/** Where the key of the audit log lies: outside the database, so that whoever holds that alone cannot write entries. */
export function auditKeyFile(): string {
  return resolve(/* turbopackIgnore: true */ process.env.AUDIT_KEY_FILE || join(dataDirectory(), 'audit-key'))
}

/** The key of the audit log. It is never made here: with another one every entry would look forged. */
export function auditKey(): Buffer {
  return keys.once('here', () => {
    const file = auditKeyFile()
    if (!existsSync(file))
      throw keyFault(
        `没有找到审计密钥 ${file}。请从备份中恢复该文件，或用 AUDIT_KEY_FILE 指明其位置；确已丢失的，见 audit --help 中的 accept --new-key。`,
      )
    if (rightsAreKept && statSync(file).mode & 0o077)
      throw keyFault(`审计密钥 ${file} 可被其他用户读取。请执行 chmod 600 ${file}。`)
    const key = Buffer.from(readFileSync(file, 'utf8').trim())
    if (key.length < LEAST) throw keyFault(`审计密钥 ${file} 太短，至少需要 ${LEAST} 个字符。`)
    return key
  })
}

/** Makes the key where there is none. */
export function makeAuditKey(): void {
  const file = auditKeyFile()
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  makeSecretFile(file)
}

/** Puts another key in the place of the one that is lost or known to others; gives where the former lies now, if it was there. */
export function renewAuditKey(now: number): string | null {
  const file = auditKeyFile()
  const former = existsSync(file) ? `${file}.${new Date(now).toISOString().replaceAll(':', '')}` : null
  if (former) renameSync(file, former)
  keys.drop('here')
  makeAuditKey()
  return former
}

function keyFault(message: string): Fault {
  return new Fault('conflict', message)
}

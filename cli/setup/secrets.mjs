import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeSecretFile } from '../../db/secret-file.mjs'
import { SetupError, say } from './run.mjs'

const leastLength = 32
const rightsAreKept = process.platform !== 'win32'

/**
 * The secret that signs sessions: NEXTAUTH_SECRET when somebody set it, else one made once and kept in `dataDir`.
 * @param {string} dataDir
 */
export function ensureSecret(dataDir) {
  const given = process.env.NEXTAUTH_SECRET
  if (given) return longEnough(given, 'NEXTAUTH_SECRET')
  ownDirectory(dataDir)
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) makeSecretFile(file)
  if (rightsAreKept && statSync(file).mode & 0o077) {
    throw new SetupError(
      `密钥文件 ${file} 可被其他用户读取，已停止启动。请执行 chmod 600 ${file}；如可能已被他人读过，请删除该文件重新生成（所有人需重新登录）。`,
    )
  }
  return longEnough(readFileSync(file, 'utf8').trim(), file)
}

/** @param {string} dataDir */
function ownDirectory(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!rightsAreKept || !(statSync(dataDir).mode & 0o077)) return
  try {
    chmodSync(dataDir, 0o700)
    say(`数据目录 ${dataDir} 原可被其他用户访问，已收紧为仅本用户可用（0700）。`)
  } catch {
    throw new SetupError(`数据目录 ${dataDir} 可被其他用户访问，且本用户无权更改。请执行 chmod 700 ${dataDir}`)
  }
}

/** @param {string} secret @param {string} where */
function longEnough(secret, where) {
  if (secret.length >= leastLength) return secret
  throw new SetupError(`${where} 中的密钥太短，至少需要 ${leastLength} 个字符。`)
}

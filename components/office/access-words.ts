import { type AccessVerb, REFUSED_ACCESS } from '@/lib/domain/office/access'
import { type Action, POLICY } from '@/lib/domain/people/policy'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { AUDIT_WORDS, actorInWords } from './audit-words'

/** What the access log records, in words. */
export const ACCESS_WORDS: Readonly<Record<AccessVerb, string>> = {
  'item.read': '查看信息（含撰稿人、电话、签发人）',
  'account.list': '查看账号',
  'session.list': '查看登录情况',
  'file.download': '下载文件',
  'right.refused': '越权访问',
  'session.refused': '登录失败',
  'stranger.refused': '未登录访问',
  'access.missed': '未能逐条记下的查阅',
}

const KNOWN_OBJECTS: Readonly<Record<string, string>> = { accounts: '全部账号', sessions: '当前登录', portal: '本系统' }

type Accessed = Parameters<typeof actorInWords>[0] & {
  seq: number
  at: number
  verb: AccessVerb
  subject: string
  object: string | null
  right: Action | null
  address: string
  count: number | null
  origin: string | null
  hash: string
}

/** A line of the access log as one of a table. */
export function accessInWords(line: Accessed): Record<string, string | number> {
  return {
    序号: line.seq,
    时间: chineseDateTime(line.at),
    查阅人: actorInWords(line),
    事项: ACCESS_WORDS[line.verb],
    对象: objectOf(line),
    来源: line.origin || '—',
    结果: outcomeOf(line),
    校验值: line.hash,
  }
}

function objectOf({ verb, subject, object, right, address }: Accessed): string {
  // What a right is for is said where it is wanting, and where it was asked for.
  if (right) {
    const words = (AUDIT_WORDS as Partial<Record<Action, string>>)[right] ?? POLICY[right].otherwise
    return [words, address, object].filter(Boolean).join(' ')
  }
  return object ?? (verb === 'session.refused' ? '未知账号' : (KNOWN_OBJECTS[subject] ?? subject))
}

function outcomeOf({ verb, count }: Accessed): string {
  const how = REFUSED_ACCESS.includes(verb) ? '被拒绝' : '成功'
  if (verb === 'access.missed') return `${count} 条`
  return count !== null && count > 1 ? `${how} ${count} 次` : how
}

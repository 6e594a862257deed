import { isAdded } from '@/lib/domain/adoptions/kinds'
import { type AuditVerb, REFUSED_VERBS, type StoredVerb, verbOfToday } from '@/lib/domain/office/audit'
import { ROLES } from '@/lib/domain/people/policy'
import { isRuleKind } from '@/lib/domain/rules/book'
import { ruleName } from '@/lib/domain/rules/row-words'
import { chineseDateTime, parseQuarter, quarterName } from '@/lib/domain/time/quarter'

/** What the log records, in words. */
export const AUDIT_WORDS: Readonly<Record<AuditVerb, string>> = {
  'item.save': '保存草稿',
  'item.submit': '报送信息',
  'item.number': '信息编号',
  'item.withdraw': '撤回信息',
  'item.send_back': '退回信息',
  'item.grade': '登记采用',
  'item.join': '填写合报单位',
  'item.revoke': '撤销采用',
  'item.propose': '提出采用建议',
  'proposal.release': '发布采用建议',
  'proposal.drop': '不予发布',
  'view.keep': '保存视图',
  'view.drop': '删除视图',
  'item.not_used': '定为未采用',
  'item.duplicate': '定为重复',
  'item.reinstate': '恢复信息',
  'isolation.isolate': '隔离信息',
  'isolation.lift': '解除隔离',
  'isolation.purge': '清除信息',
  'reason.keep': '改动办理原因',
  'instruction.record': '登记批示',
  'instruction.feedback': '登记批示反馈',
  'instruction.revoke': '撤销批示',
  'focus.write': '改写报送重点',
  'commission.ask': '发出约稿',
  'commission.close': '结束约稿',
  'commission.answer': '回复约稿',
  'notice.open': '建立通报稿',
  'notice.write': '改动通报稿',
  'notice.confirm': '确认改写',
  'notice.drop': '放弃通报稿',
  'notice.propose': '提请印发',
  'notice.take_back': '退回起草',
  'notice.issue': '印发',
  'objection.open': '开放异议期',
  'objection.raise': '提出异议',
  'objection.answer': '答复异议',
  'suggestion.keep': '改动下步建议库',
  'simulation.save': '保存试算',
  'past.import': '录入历史数据',
  'upper.receive': '收下上级采用清单',
  'upper.drop': '剔除清单条目',
  'upper.change': '更改清单条目',
  'upper.date': '填写清单的采用日期',
  'text.make': '开始编辑稿',
  'text.merge': '合并为综合',
  'text.save': '保存编辑稿',
  'text.add': '加入综合来稿',
  'text.move': '调整综合来稿顺序',
  'text.remove': '移出综合来稿',
  'text.read': '核对来稿新稿',
  'text.drop': '放弃编辑稿',
  'text.restore': '恢复编辑稿',
  'text.grade': '按编辑稿登记采用',
  'publication.keep': '设定刊物',
  'edition.start': '新编一期刊物',
  'edition.change': '改动期号、日期',
  'edition.pick': '编入刊物',
  'edition.move': '调整刊物顺序',
  'edition.remove': '移出刊物',
  'edition.drop': '放弃一期刊物',
  'edition.release': '发刊',
  'account.add': '添加账号',
  'account.change': '改动账号',
  'account.propose': '提出账号申请',
  'account.grant': '同意账号申请',
  'account.refuse': '不同意账号申请',
  'account.withdraw': '撤回账号申请',
  'account.disable': '停用账号',
  'clock.confirm': '确认时间',
  'account.enable': '启用账号',
  'account.reset': '重置密码',
  'password.change': '修改密码',
  'password.refused': '修改密码时原密码有误',
  'factor.begin': '开始设置动态码',
  'factor.switch_on': '启用动态码',
  'factor.switch_off': '停用动态码',
  'factor.reset': '重置动态码',
  'session.code_refused': '登录时动态码有误',
  'session.sign_in': '登录',
  'session.refused': '登录失败',
  'session.sign_out': '退出',
  'session.end': '结束他人登录',
  'session.end_own': '结束自己的其他登录',
  'rule.write': '规定计分办法',
  'rule.drop': '撤去计分规定',
  'level.add': '增加采用级别',
  'level.drop': '撤去采用级别',
  'setting.change': '改动设置',
  'data.import': '导入数据',
  'data.export': '导出数据',
  'data.mark': '标明样例数据库',
  'data.write': '写入未列明的数据',
  'audit.baseline': '建立审计基线',
  'audit.export': '导出审计日志',
  'audit.prune': '清理期满的查阅记录',
  'audit.cut': '发现日志末尾缺失',
  'audit.verify': '校验审计日志',
  'account.renew_sample': '续用样例账号',
}

/** An entry of the log in words, also one of an earlier version. */
export function verbInWords(verb: StoredVerb): string {
  return AUDIT_WORDS[verbOfToday(verb)]
}

/** Who acted. Names that no account has: the shell, and a sign-in under an unknown name. */
export function actorInWords({
  actor,
  name,
  login,
}: {
  actor: string
  name: string | null
  login: string | null
}): string {
  if (name !== null) return `${name}（${login}）`
  if (actor === 'operator') return ROLES.operator
  if (actor === 'system') return '系统'
  return actor === 'unknown' ? '未知账号' : actor
}

const KNOWN_OBJECTS: Readonly<Record<string, string>> = {
  database: '数据库',
  accepted: '经认定的不一致',
  session: '登录',
  demo: '样例标记',
  'demo.year': '样例年份',
  'ranking.open': '排名公开范围',
  'desk.second_eyes': '采用须经发布',
  'sign_in.second_factor': '登录须用动态码',
  'notice.house': '通报格式',
  publication: '刊物采用计分',
}

/** On what: in words where the log's own id says nothing to a person. */
export function objectInWords({ subject, object }: { subject: string; object: string | null }): string {
  const quarter = parseQuarter(subject)
  const rule = isRuleKind(subject) && !isAdded(subject) ? ruleName(subject) : null
  return object ?? KNOWN_OBJECTS[subject] ?? rule ?? (quarter ? quarterName(quarter) : subject)
}

/** From where: an address, the user of a command, or nobody's asking. */
export function originInWords({ origin, detail }: { origin: string | null; detail: string }): string {
  const { address } = JSON.parse(detail) as { address?: unknown }
  const from = origin ?? address
  return typeof from === 'string' && from !== 'unknown' ? from : '—'
}

/** What came of it. */
export function outcomeInWords(verb: StoredVerb): '成功' | '被拒绝' {
  return REFUSED_VERBS.includes(verbOfToday(verb)) ? '被拒绝' : '成功'
}

type Told = Parameters<typeof actorInWords>[0] &
  Parameters<typeof objectInWords>[0] &
  Parameters<typeof originInWords>[0] & { seq: number; at: number; verb: StoredVerb; hash: string }

/** An entry as the line of a table: who did what to whom, from where, with what result. */
export function auditInWords(entry: Told): Record<string, string | number> {
  return {
    序号: entry.seq,
    时间: chineseDateTime(entry.at),
    操作人: actorInWords(entry),
    事项: verbInWords(entry.verb),
    对象: objectInWords(entry),
    来源: originInWords(entry),
    结果: outcomeInWords(entry.verb),
    校验值: entry.hash,
  }
}

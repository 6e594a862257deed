/** What the log does not agree with. `seq` is the number of the entry that speaks of it. */
export type Finding =
  | LogFinding
  | { kind: 'trigger_missing'; name: string }
  | {
      kind: 'row_changed' | 'row_deleted' | 'row_added'
      table: string
      key: string
      label: string | null
      seq: number | null
    }
  | { kind: 'row_foreign'; table: string; key: string; label: string | null; seq: number }

/** What is wrong with a log itself: the audit log, or where it is named the access log. */
export type LogFinding = { log?: 'access' } & (
  | { kind: 'entry_changed'; seq: number }
  | { kind: 'entry_missing'; seq: number; until: number }
  | { kind: 'chain_rewritten'; seq: number; until: number }
  | { kind: 'baseline_missing' }
  | { kind: 'tail_cut'; seq: number; until: number }
  | { kind: 'anchor_differs'; seq: number }
  | { kind: 'anchor_forged'; lines: number }
  | { kind: 'anchor_missing' }
)

/** What a log was when a break was accepted: everything up to a line, as it stood, broken or not. */
export type AsItStood = { to: number; asIs: string; forged: number }

/** What is found broken and accepted by somebody: it stays in the log, and as broken as it was. */
export type Acceptance = {
  reason: string
  /** How many differences there were, and the first of them. */
  count: number
  findings: readonly Finding[]
  audit: AsItStood
  access: AsItStood
  newKey: boolean
}

/** An acceptance as it is told: by which entry, when, by whom at the server, why, and how many differences. */
export type Accepted = Pick<Acceptance, 'reason' | 'count' | 'findings' | 'newKey'> & {
  seq: number
  at: number
  by: string | null
}

/** An acceptance in words. */
export function acceptedInWords({ seq, by, reason, count, newKey }: Accepted): string {
  const what = `${count} 处不一致${newKey ? '，并换了审计密钥' : ''}`
  return `第 ${seq} 条日志：${by ?? '命令行'}认定了 ${what}，理由：${reason}`
}

/** What the tables are called that the log vouches for. */
export const TABLE_WORDS: Readonly<Record<string, string>> = {
  users: '账号',
  units: '单位',
  unit_aliases: '单位别名',
  categories: '单位类别',
  settings: '设置',
  levels: '采用级别',
  rules: '计分办法',
  targets: '任务',
  simulations: '试算',
  items: '信息',
  item_versions: '信息的报送稿',
  item_events: '信息的办理经过',
  item_units: '合报单位',
  instructions: '批示',
  attachments: '附件',
  isolations: '隔离',
  isolated_words: '隔离的内容',
  adoptions: '采用记录',
  adoption_credits: '采用的共享单位',
  adoption_revocations: '撤销采用的记录',
  account_requests: '账号申请',
  second_factors: '动态码设置',
  grade_proposals: '采用建议',
  reasons: '办理原因',
  saved_views: '采编台视图',
  focuses: '报送重点',
  commissions: '约稿',
  commission_units: '约稿单位',
  upper_lists: '上级采用清单',
  upper_lines: '上级采用清单的条目',
  texts: '编辑稿',
  text_versions: '编辑稿的历史稿',
  text_sources: '编辑稿的来稿',
  publications: '刊物',
  editions: '刊物期次',
  edition_entries: '刊物内容',
  notice_drafts: '通报稿',
  notices: '已印发的通报',
  notice_rows: '已印发通报的明细',
  objection_windows: '异议期',
  objections: '异议',
  suggestions: '下步建议',
  past_quarters: '历史季度',
  past_figures: '历史数据',
}

/** A finding in words. */
export function findingInWords(finding: Finding): string {
  const log = 'log' in finding && finding.log ? '查阅记录' : '日志'
  switch (finding.kind) {
    case 'entry_changed':
      return `第 ${finding.seq} 条${log}被改动过，与写入时不一致。`
    case 'entry_missing':
      return finding.until > finding.seq
        ? `第 ${finding.seq} 至 ${finding.until} 条${log}被删除。`
        : `第 ${finding.seq} 条${log}被删除。`
    case 'chain_rewritten':
      return `第 ${finding.seq} 至 ${finding.until} 条${log}被整段改写，不是本系统写入的。`
    case 'baseline_missing':
      return `${log}的基线记录不在，${log}被整体替换过。`
    case 'tail_cut':
      return `${log}只到第 ${finding.seq} 条，锚点记载曾到第 ${finding.until} 条：末尾的${log}被删除，或恢复了较早的备份。`
    case 'anchor_differs':
      return `第 ${finding.seq} 条${log}与当时另存的锚点不一致，${log}被改写过。`
    case 'anchor_forged':
      return `${log}的锚点文件中有 ${finding.lines} 行不是本系统写入的。`
    case 'anchor_missing':
      return `没有找到${log}的锚点文件，末尾是否完整无从核对。`
    case 'trigger_missing':
      return `数据库中防止改动的触发器“${finding.name}”不在、已停用或被换过。`
    case 'row_foreign':
      return `${what(finding)}在第 ${finding.seq} 条日志之前曾被绕过系统改动。`
    case 'row_changed':
      return `${what(finding)}被绕过系统改动${last(finding.seq)}。`
    case 'row_deleted':
      return `${what(finding)}被绕过系统删除${last(finding.seq)}。`
    case 'row_added':
      return `${what(finding)}是绕过系统添加的，日志中没有它的来历。`
  }
}

function what(row: { table: string; key: string; label: string | null }): string {
  return `${TABLE_WORDS[row.table] ?? row.table}“${row.label ?? row.key}”`
}

function last(seq: number | null): string {
  return seq === null ? '' : `（系统最后一次写它是第 ${seq} 条日志）`
}

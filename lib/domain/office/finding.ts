/** What the log does not agree with. `seq` is the number of the entry that speaks of it. */
export type Finding =
  | { kind: 'entry_changed'; seq: number }
  | { kind: 'entry_missing'; seq: number; until: number }
  | { kind: 'chain_rewritten'; seq: number; until: number }
  | { kind: 'baseline_missing' }
  | { kind: 'tail_cut'; seq: number; until: number }
  | { kind: 'anchor_differs'; seq: number }
  | { kind: 'anchor_forged'; lines: number }
  | { kind: 'anchor_missing' }
  | { kind: 'trigger_missing'; name: string }
  | {
      kind: 'row_changed' | 'row_deleted' | 'row_added'
      table: string
      key: string
      label: string | null
      seq: number | null
    }
  | { kind: 'row_foreign'; table: string; key: string; label: string | null; seq: number }

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
  adoptions: '采用记录',
  adoption_credits: '采用的共享单位',
  adoption_revocations: '撤销采用的记录',
  account_requests: '账号申请',
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
  switch (finding.kind) {
    case 'entry_changed':
      return `第 ${finding.seq} 条日志被改动过，与写入时不一致。`
    case 'entry_missing':
      return finding.until > finding.seq
        ? `第 ${finding.seq} 至 ${finding.until} 条日志被删除。`
        : `第 ${finding.seq} 条日志被删除。`
    case 'chain_rewritten':
      return `第 ${finding.seq} 至 ${finding.until} 条日志被整段改写，不是本系统写入的。`
    case 'baseline_missing':
      return '日志的基线记录不在，日志被整体替换过。'
    case 'tail_cut':
      return `日志只到第 ${finding.seq} 条，锚点记载曾到第 ${finding.until} 条：末尾的日志被删除，或恢复了较早的备份。`
    case 'anchor_differs':
      return `第 ${finding.seq} 条日志与当时另存的锚点不一致，日志被改写过。`
    case 'anchor_forged':
      return `锚点文件中有 ${finding.lines} 行不是本系统写入的。`
    case 'anchor_missing':
      return '没有找到锚点文件，日志末尾是否完整无从核对。'
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

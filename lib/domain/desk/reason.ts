/** What a reason code belongs to, with its words on screen. */
export const REASON_VERBS = { not_used: '未采用', duplicate: '重复', send_back: '退回' } as const

export type ReasonVerb = keyof typeof REASON_VERBS

export type Reason = { id: string; verb: ReasonVerb; words: string; position: number; retired: boolean }

const FIRST: Record<ReasonVerb, readonly string[]> = {
  not_used: ['已有同类信息', '时效已过', '内容不够具体', '属一般性工作动态', '超出报送范围'],
  duplicate: ['已有同类信息'],
  send_back: ['内容不够具体', '超出报送范围'],
}

/** What an office that has kept no codes of its own begins with. */
export const FIRST_REASONS: readonly Reason[] = (Object.keys(FIRST) as ReasonVerb[]).flatMap((verb) =>
  FIRST[verb].map((words, i) => ({ id: `${verb}-${i + 1}`, verb, words, position: i + 1, retired: false })),
)

/** A code and a sentence as one reason: "已有同类信息；详见……"; null when there is neither. */
export function reasonInWords(code: string | null, sentence: string): string | null {
  return [code, sentence].filter(Boolean).join('；') || null
}

/** What a unit reads of the item that its own repeats: title and number of its own, of another's only that there is one. */
export function originalInWords(original: { unitId: string; ref: string; title: string }, unitId: string): string {
  return original.unitId === unitId ? `与本单位 ${original.ref}《${original.title}》重复` : '与其他单位报送的信息重复'
}

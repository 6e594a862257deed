/** What of a file nobody can read but a person: pictures, pages without text, objects of other programs, what is too much. */
export const UNREAD = {
  picture: '图片内容',
  page: '没有文字的页面（可能是扫描件）',
  object: '嵌入的对象',
  rest: '超出检查范围的内容',
} as const

export type Unread = keyof typeof UNREAD

/** What could not be checked, in words, for whoever sends a file and whoever receives it; null where all could. */
export function unreadInWords(unread: readonly Unread[]): string | null {
  if (unread.length === 0) return null
  return `${unread.map((one) => UNREAD[one]).join('、')}无法自动检查，请确认不涉密。`
}

/** What is stored of it. */
export function unreadStored(unread: readonly Unread[]): string {
  return unread.join(',')
}

/** The same as it was stored; what is known of files from before anybody looked, of which nothing was. */
export function unreadOf(stored: string | null, type: string): Unread[] {
  if (stored !== null) return sortedUnread(stored.split(',') as Unread[])
  return type === 'jpg' || type === 'png' ? ['picture'] : type === 'pdf' ? ['rest'] : []
}

/** The kinds in their order, each once. */
export function sortedUnread(unread: Iterable<Unread>): Unread[] {
  const found = new Set(unread)
  return (Object.keys(UNREAD) as Unread[]).filter((one) => found.has(one))
}

/** What may hide between the parts of a marking: white space and characters that show nothing. */
const GAP = '[\\s\\p{Cf}\\p{Mn}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*'
/** The same within a word, on one line only: 司机 at a line's end and 密切 on the next are no 机密. */
const INNER = `(?:(?![\\n\\r])[\\s\\p{Cf}\\p{Mn}])*`
/** Stars and asterisks, those of Wingdings and Symbol by their codes of private use too. */
const STARS = '[★☆*＊﹡∗⋆⁎٭⭐⭑✡✢-✧✩-❋⚝🌟\\uF0A9-\\uF0B0\\uF0B5\\uF0B6\\uF02A]'

const spaced = (word: string) => [...word].join(INNER)
const LEVELS = ['[绝絕絶]密', '[机機]密', '[秘祕]密'].map((word) => `${word.slice(0, -1)}${INNER}密`).join('|')

/** Longest first, so that 国家秘密 is not reported as 秘密 too. 手机密码 and 司机密切 are everyday words. */
const WARNINGS = ['国家秘密', '工作秘密', '内部资料', '绝密', '机密', '秘密'] as const
const WARNING = new RegExp(
  WARNINGS.map((word) => `(${spaced(word)})${word === '机密' ? '(?![切码])' : ''}`).join('|'),
  'gu',
)

/**
 * The classification markings in a text, however spaced out: 绝密★, 机密★ or 秘密★ with any star in use, which is the form
 * that the rules on state secrets prescribe for documents; 机密10年; 密级：机密. Such a text stops. index counts UTF-16 units.
 */
export function findMarkings(text: string): { marking: string; index: number }[] {
  return [...text.matchAll(marking())].map((match) => {
    const { starred, star, dated, years, named } = match.groups ?? {}
    const level = `${levelOf(starred ?? dated ?? named ?? '')}密`
    const words = star
      ? `${level}${star.replace(/\p{Co}/u, '★')}`
      : years
        ? `${level}${years.normalize('NFKC')}年`
        : `密级：${level}`
    return { marking: words, index: match.index }
  })
}

/** The faults of fields that hold a marking, by name. One function judges whatever a person typed, wherever. */
export function markedFields(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      const [first] = findMarkings(text)
      return first ? [[name, markingMessage('此处', first.marking)]] : []
    }),
  )
}

/** The words that ask for a second look, each once, in the order of their weight; markings are not among them. */
export function findWarnings(text: string): string[] {
  const found = new Set<string>()
  // A full stop in place of each marking, so that nothing is joined across it.
  for (const match of text.replace(marking(), '。').matchAll(WARNING)) {
    const which = match.slice(1).findIndex((group) => group !== undefined)
    found.add(WARNINGS[which] ?? '')
  }
  return ['绝密', '机密', '秘密', '国家秘密', '工作秘密', '内部资料'].filter((word) => found.has(word))
}

/** What stops the person, and what to do instead. field is the name on the page: 标题, 正文. */
export function markingMessage(field: string, marking: string): string {
  return `${field}中有密级标志“${marking}”。本系统不得处理涉密信息，请删除并改由机要渠道报送；如已上传，请立即告知单位保密工作负责人。`
}

function marking(): RegExp {
  const starred = `(?<starred>${LEVELS})${GAP}(?<star>${STARS})`
  const dated = `(?<dated>${LEVELS})${INNER}(?<years>[0-9０-９]{1,2})${INNER}年`
  const named = `密${INNER}级${INNER}(?:为|[:：﹕︓])${GAP}(?<named>${LEVELS})`
  return new RegExp(`${starred}|${dated}|${named}`, 'gu')
}

/** The first character of a level in its usual form. */
function levelOf(found: string): string {
  return { 絕: '绝', 絶: '绝', 機: '机', 祕: '秘' }[found.charAt(0)] ?? found.charAt(0)
}

const PLAIN = '零一二三四五六七八九十百千'
const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾佰仟'

/** A number as a notice writes it: 1386, 1.2万, 十四, 捌拾壹. */
export const NUMERAL = `(?:\\d{1,9}(?:\\.\\d{1,4})?万?|[〇○两${PLAIN}${CAPITALS.slice(1)}万]{1,12})`

/** By what pieces of information are counted, and by what units are. */
export const PIECES = '[条篇件份则]'
export const HEADS_OF_UNITS = '[个家]'

const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, n) => [digit, n]))
DIGITS.set('〇', 0).set('○', 0).set('两', 2)
const TENS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** What a number says, and to what it was rounded; null for what is none. */
export function numeralOf(word: string): { n: number; step: number } | null {
  const [, digits, decimals = '', ten = ''] = /^(\d+)(?:\.(\d+))?(万?)$/.exec(word) ?? []
  if (digits !== undefined) {
    const times = ten ? 10_000 : 1
    const step = ten ? times / 10 ** decimals.length : 1
    return { n: Math.round(Number(`${digits}.${decimals || 0}`) * times * 100) / 100, step }
  }
  return inWords([...word].map((letter) => PLAIN[CAPITALS.indexOf(letter)] ?? letter).join(''))
}

function inWords(word: string): { n: number; step: number } | null {
  if (word === '') return null
  // Digits one after another: 一三八六, 一〇五.
  const letters = [...word]
  if (letters.every((letter) => DIGITS.has(letter)))
    return { n: Number(letters.map((letter) => DIGITS.get(letter)).join('')), step: 1 }
  let [sum, part, digit] = [0, 0, 0]
  for (const letter of letters) {
    const own = DIGITS.get(letter)
    const ten = TENS.get(letter)
    if (own !== undefined) {
      if (digit > 0 && own > 0) return null
      digit = own
    } else if (ten) {
      part += (digit > 0 ? digit : 1) * ten
      digit = 0
    } else if (letter === '万') {
      sum += (part + digit) * 10_000
      part = 0
      digit = 0
    } else return null
  }
  return { n: sum + part + digit, step: 1 }
}

const UNITS = ['', '十', '百', '千']

/** "1386" as 一千三百八十六, up to 9,999; beyond it in figures. */
function chinese(n: number): string {
  if (n > 9999) return String(n)
  if (n === 0) return '零'
  const digits = [...String(n)].map(Number)
  const words = digits.map((digit, i) =>
    digit === 0 ? '零' : `${'零一二三四五六七八九'[digit]}${UNITS[digits.length - 1 - i]}`,
  )
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** The same in capitals, where ten is 壹拾. */
const inCapitals = (n: number) =>
  [...chinese(n).replace(/^十/, '一十')].map((letter) => CAPITALS[PLAIN.indexOf(letter)] ?? letter).join('')

/** Words with their number changed, written as they wrote it. */
export function withNumber(words: string, n: number): string {
  return words.replace(new RegExp(NUMERAL), (was) => {
    if (was.endsWith('万')) return `${n / 10_000}万`
    if (/\d/.test(was)) return String(n)
    return [...was].some((letter) => CAPITALS.indexOf(letter) > 0) ? inCapitals(n) : chinese(n)
  })
}

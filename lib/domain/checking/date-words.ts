import { numeralOf } from './numbers'

const DIGIT = '[〇○零0Oo一二三四五六七八九]'
const TENS = '[一二三四五六七八九十]'
const DATE = new RegExp(`([一二]${DIGIT}{3})年(?:(${TENS}{1,2})月(?:(${TENS}{1,3})日)?)?`, 'g')

/** A squashed text with its dates in figures: 二〇二〇年九月二十八日 is 2020年9月28日. */
export function datesInFigures(text: string): string {
  if (!/[一二].{3}年/.test(text)) return text
  return text.replace(DATE, (was, year: string, month?: string, day?: string) => {
    const numbers = [year.replace(/[0Oo]/g, '〇'), month, day].flatMap((word) => (word ? numeralOf(word) : []))
    if (numbers.includes(null)) return was
    return numbers.map((number, i) => `${number?.n}${'年月日'[i]}`).join('')
  })
}

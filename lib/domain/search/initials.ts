import { memory } from '../base/memory'

const LETTERS = [...'abcdefghjklmnopqrstwxyz'] // no syllable begins with i, u or v

/** Unicode's pinyin order keeps a marker before the characters of each letter: U+FDD0 and the letter (CLDR, zh). */
const markers = LETTERS.map((letter) => ({ letter, marker: `\uFDD0${letter.toUpperCase()}` }))
const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** As many characters as names of units are written with. */
const known = memory<string>('initials', { most: 10_000 })

/**
 * The pinyin initials of a name, "qczj" of 区财政局. Of a character with several readings the commonest is taken;
 * letters and digits stand for themselves, all else is left out.
 */
export function initialsOf(name: string): string {
  return [...name].map(initialOf).join('')
}

function initialOf(character: string): string {
  return known.once(character, () =>
    /\p{Script=Han}/u.test(character)
      ? (markers.findLast(({ marker }) => pinyin.compare(marker, character) <= 0)?.letter ?? '')
      : (/[0-9a-z]/.exec(character.toLowerCase())?.[0] ?? ''),
  )
}

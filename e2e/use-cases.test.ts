import { expect, test } from 'vitest'
import { exportsOf, files, read } from './sources'

/**
 * Doors of a form with two verbs, with the use cases behind them. The pressed button names the verb: two doors in one
 * form would get each other's answer, or none, where the browser posts it without scripts.
 */
const TWO_VERBS: Record<string, readonly string[]> = {
  saveOrSubmit: ['save', 'submit'],
  dropOrRestoreText: ['dropText', 'restoreText'],
}

/** `import * as noun from '@/lib/data/…'`: where the use cases of an action come from. */
const NOUN = /^import \* as (\w+) from '@\/lib\/(?:data|auth)\//gm

test('an action is called as its use case', () => {
  const doors = files
    .filter((file) => /^app\/.*actions\.ts$/.test(file))
    .flatMap((file) => exportsOf(file).map(({ name }) => ({ file, name })))
  expect(doors.length).toBeGreaterThan(60)
  const wrong = doors.flatMap(({ file, name }) => {
    const text = read(file)
    const nouns = [...text.matchAll(NOUN)].map(([, noun]) => noun)
    const [own = ''] = text.slice(text.search(RegExp(`^export [^\\n]*\\b${name}\\b`, 'm'))).split(/\n(?=export )/)
    const verbs = TWO_VERBS[name]
    const missing = (verbs ?? [name]).filter((one) => {
      return !RegExp(`\\b(?:${nouns.join('|')})\\s*\\.${one}\\b`).test(verbs ? text : own)
    })
    return missing.map((one) => `${file}: ${name} calls no use case ${one}`)
  })
  expect(wrong).toEqual([])
  expect(Object.keys(TWO_VERBS).filter((name) => !doors.some((door) => door.name === name))).toEqual([])
})

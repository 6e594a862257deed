import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

function filesOf(folders: readonly string[], name: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules'))
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const linesOf = (file: string) => read(file).split('\n').length - 1

/** What is drawn by hand all the same, and why the kit's piece can't do it. */
const BY_HAND: Record<string, { tags: readonly string[]; why: string }> = {
  'components/notices/paper-table.tsx': { tags: ['table'], why: 'paper: GB/T 9704, measured in points' },
  'components/figures/wall-table.tsx': { tags: ['table'], why: 'the wall: read from two metres' },
  'components/figures/submission-table.tsx': {
    tags: ['table'],
    why: 'the ranking: its figures stand in two rows of heads',
  },
  'components/figures/adoption-table.tsx': { tags: ['table'], why: 'the ranking: 57 rows with 540 links, drawn once' },
  'components/figures/verdicts.tsx': { tags: ['table'], why: 'one table for the ranking and for the wall' },
  'components/figures/wall.tsx': { tags: ['button'], why: 'the wall: a line of its foot that stops the turning' },
  'components/desk/inbox.tsx': { tags: ['input'], why: 'hundreds of rows, styled by their table: no class in any' },
  'app/(portal)/kit/tables.tsx': { tags: ['input'], why: 'the same rows, shown on the page of the kit' },
}

const CONTROLS = /<(button|select|textarea|dialog|table|details|input)\b(?![^>]*\btype="hidden")/g

test('no control, window or table is written by hand outside the kit', () => {
  const pages = filesOf(['app', 'components'], /(?<!\.test)\.tsx$/).filter((file) => !file.startsWith('components/ui/'))
  expect(pages.length).toBeGreaterThan(100)
  const found = pages.flatMap((file) => {
    const tags = [...read(file).matchAll(CONTROLS)].map(([, tag = '']) => tag)
    return tags.filter((tag) => !BY_HAND[file]?.tags.includes(tag)).map((tag) => `${file}: <${tag}>`)
  })
  expect(found).toEqual([])
  for (const [file, { tags }] of Object.entries(BY_HAND))
    for (const tag of tags) expect(read(file), `${file} needs no exception`).toContain(`<${tag}`)
})

test('style sheets by hand hold 1,500 lines at the most', () => {
  const sheets = filesOf(['app', 'components'], /\.css$/).map((file) => [file, linesOf(file)] as const)
  const lines = sheets.reduce((sum, [, own]) => sum + own, 0)
  expect(lines, sheets.map(([file, own]) => `${own} ${file}`).join('\n')).toBeLessThanOrEqual(1500)
})

/** A window begins at one of the three breakpoints, or ends just before it. */
const WIDTHS = [640, 1024, 1440].flatMap((width) => [width, width - 1])

test('style sheets by hand keep to the three breakpoints, and nothing asks :has', () => {
  const sheets = filesOf(['app', 'components'], /\.css$/).map((file) => [file, read(file)] as const)
  const odd = sheets.flatMap(([file, css]) =>
    [...css.matchAll(/\((?:min|max)-width: (\d+)px\)/g)].flatMap(([query, width]) =>
      WIDTHS.includes(Number(width)) ? [] : [`${file}: ${query}`],
    ),
  )
  expect(odd).toEqual([])
  const drawn = filesOf(['app', 'components'], /\.tsx$/).map((file) => [file, read(file)] as const)
  const asking = [...sheets, ...drawn].filter(([, text]) => /:has\(|\bhas-\[|-has-\[/.test(text))
  expect(asking.map(([file]) => file)).toEqual([])
})

test('no file of TypeScript is longer than 250 lines', () => {
  const long = filesOf(['app', 'bench', 'cli', 'components', 'db', 'e2e', 'lib'], /\.tsx?$/)
    .map((file) => [file, linesOf(file)] as const)
    .filter(([, lines]) => lines > 250)
  expect(long).toEqual([])
})

import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { circles, exportsOf, files, importsOf, placeOf, read, sources, target } from './sources'

/** The house, top down: a layer imports only what is named beside it (and itself). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/domain': [],
  'lib/schemas': ['lib/domain'],
  db: ['lib/domain'],
  'lib/auth': ['lib/domain', 'lib/schemas', 'db'],
  'lib/data': ['lib/domain', 'lib/schemas', 'db', 'lib/auth'],
  'lib/action': ['lib/domain', 'lib/schemas', 'lib/auth', 'lib/data'],
  // Documents and tables as files: docx, PDF, xlsx; written and read, without database and framework.
  'lib/files': ['lib/domain'],
  components: ['lib/domain', 'lib/schemas'],
  app: ['lib/domain', 'lib/schemas', 'lib/auth', 'lib/data', 'lib/files', 'lib/action', 'components'],
  cli: ['lib/domain', 'lib/schemas', 'db', 'lib/auth', 'lib/data', 'lib/files'],
  // The kit of the data tests: used by tests alone.
  'lib/testing': ['lib/domain', 'lib/schemas', 'db', 'lib/auth', 'lib/data'],
}

/** Outside packages that only one layer may know. */
const KEEPERS: Record<string, RegExp> = {
  'better-sqlite3': /^db\/|^bench\//,
  pg: /^db\//,
  'drizzle-orm': /^db\/|^lib\/data\/|^lib\/auth\/|^lib\/testing\//,
  'next-auth': /^lib\/auth\/|^app\/api\/auth\//,
  next: /^app\/|^components\/|^lib\/auth\/current|^lib\/action\//,
  docx: /^lib\/files\//,
  mammoth: /^lib\/files\//,
  fflate: /^lib\/files\//,
  saxen: /^lib\/files\//,
  'read-excel-file': /^lib\/files\//,
  'write-excel-file': /^lib\/files\//,
  react: /^lib\/action\/page|^app\/|^components\/|^lib\/auth\/current/,
}

const layerOf = (file: string) => Object.keys(MAY_IMPORT).find((layer) => file.startsWith(`${layer}/`))

test('every file stands in a layer, and a layer imports only what stands above it', () => {
  expect(files.length).toBeGreaterThan(50)
  const wrong = files.flatMap((file) => {
    const layer = layerOf(file)
    if (!layer) return [`${file} stands in no layer`]
    return importsOf(file).flatMap((specifier) => {
      const to = target(file, specifier)
      const other = to && layerOf(to)
      return other && other !== layer && !MAY_IMPORT[layer]?.includes(other) ? [`${file} imports ${specifier}`] : []
    })
  })
  expect(wrong).toEqual([])
})

test('packages that a layer keeps are known to no other', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => {
        const name = specifier.startsWith('@')
          ? specifier.split('/').slice(0, 2).join('/')
          : (specifier.split('/')[0] ?? '')
        return KEEPERS[name] && !KEEPERS[name].test(file)
      })
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

/** What runs inside a use case: it takes a transaction, or asks nobody. Pages, commands and actions call it never. */
const isInner = (file: string) => /^lib\/data\/(core\/|\w+\/inner\/)/.test(file)

test('whatever pages may call of lib/data takes the viewer first', () => {
  const open = sources('lib/data').filter((file) => !isInner(file))
  const named = open.flatMap((file) => exportsOf(file).map((one) => ({ file, ...one })))
  expect(named.filter(({ first }) => first === 'viewer').length).toBeGreaterThan(100)
  const wrong = named.filter(({ first }) => first !== null && first !== 'viewer')
  expect(wrong.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
  // What is handed on, made by a call or a class would be passed over above.
  const evading = open.filter((file) =>
    /^export (?:\*|\{|default|class|(?:const|let) \w+[^\n=]*= (?:function|\w+\())/m.test(read(file)),
  )
  expect(evading).toEqual([])
})

test('what is inner is known to lib/data alone', () => {
  const wrong = files
    .filter((file) => !/^lib\/(data|testing)\//.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => isInner(`${target(file, specifier)}/`.replace(/\/$/, '')))
        .map((specifier) => `${file} imports ${specifier}`),
    )
  expect(wrong).toEqual([])
})

test('no import leads back to where it began, types included', () => {
  expect(circles(files)).toEqual([])
})

/** What Next calls by its name, in every page and route. */
const NEXT = /^(default|metadata|generateMetadata|viewport|dynamic|revalidate|runtime|GET|POST|config)$/

/** Names with a second door, and why. */
const TWO_DOORS: Record<string, readonly string[]> = {
  // The type of what `db()` and `transaction` give stands at their door; outside db nobody knows db/types.
  Database: ['db/client.ts', 'db/types.ts'],
}

test('no two exported things have one name, but for an action and its use case, a type and its value', () => {
  const homes = new Map<string, Set<string>>()
  for (const file of files)
    for (const { name } of exportsOf(file))
      if (!NEXT.test(name)) homes.set(name, (homes.get(name) ?? new Set()).add(file))
  const isAction = (file: string) => /^app\/.*actions\.ts$/.test(file)
  const twice = [...homes].filter(([name, where]) => {
    if (TWO_DOORS[name]?.join() === [...where].sort().join()) return false
    const [actions, others] = [[...where].filter(isAction), [...where].filter((file) => !isAction(file))]
    return (
      actions.length > 1 ||
      others.length > 1 ||
      (actions.length === 1 && !others.every((f) => /^lib\/(data|auth)\//.test(f)))
    )
  })
  expect(twice.map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([])
  // The tables are the one thing that is handed on whole: a file a noun, and one door.
  expect(files.filter((file) => /^export (?:type )?\*/m.test(read(file)))).toEqual(['db/schema/index.ts'])
})

test('a viewer is made in lib/auth/viewer and nowhere else', () => {
  const makers = files.filter((file) => /\bas (unknown as )?Viewer\b/.test(read(file)))
  expect(makers).toEqual(['lib/auth/viewer.ts'])
})

test('the README names no path that is not there, and its map shows every layer', () => {
  const readme = read('README.md')
  const named = [...readme.matchAll(/`((?:lib|app|components|db|cli|e2e|bench)\/[^`]*)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(placeOf(path)))).toEqual([])
  const missing = Object.keys(MAY_IMPORT).filter((layer) => !readme.includes(`\n${layer}/ `))
  expect(missing).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

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
  'read-excel-file': /^lib\/files\//,
  'write-excel-file': /^lib\/files\//,
  react: /^lib\/action\/page|^app\/|^components\/|^lib\/auth\/current/,
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/node_modules|\.test\.tsx?$|^db\/(migrations|testing)/.test(file))
}

const files = ['app', 'components', 'lib', 'db', 'cli'].flatMap(sources)
const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (m) => m[1] ?? '',
  )
const layerOf = (file: string) => Object.keys(MAY_IMPORT).find((layer) => file.startsWith(`${layer}/`))

function target(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null
}

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

test('every export of lib/data that does something takes the viewer first', () => {
  const internal =
    /lib\/data\/(core|transfer)\/|lib\/data\/(figures\/clauses|desk\/filter|attachments\/store|search\/indexing|people\/shown-once)\.ts$|lib\/data\/notices\/(composing|seal|standing)\.ts$/
  const wrong = sources('lib/data')
    .filter((f) => !internal.test(f))
    .flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*([^,):]*)/gm,
        ),
      ]
        // What takes a transaction is part of a use case, which has asked the policy already.
        .filter(([, , first]) => !['viewer', 'tx'].includes(first?.trim() ?? ''))
        .map(([, name]) => `${file}: ${name}`),
    )
  expect(wrong).toEqual([])
})

test('a viewer is made in lib/auth/viewer and nowhere else', () => {
  const makers = files.filter((file) => /\bas (unknown as )?Viewer\b/.test(readFileSync(join(root, file), 'utf8')))
  expect(makers).toEqual(['lib/auth/viewer.ts'])
})

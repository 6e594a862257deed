import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Reads the house as text, for the tests of its layers: which files there are, what they import and what they export. */
const root = resolve(import.meta.dirname, '..')

/** The files below a folder that belong to the product, by their path. */
export function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/node_modules|\.test\.tsx?$|^db\/(migrations|testing)/.test(file))
}

export const files = ['app', 'components', 'lib', 'db', 'cli'].flatMap(sources)

/** Where a path of the house lies on this machine. */
export const placeOf = (path: string) => join(root, path)

export const read = (file: string) => readFileSync(placeOf(file), 'utf8')

/** What a file imports or hands on, types included, as it is written there. */
export const importsOf = (file: string) =>
  [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map((m) => m[1] ?? '')

/** The path behind an import of ours, as far as it is written; null for a package. */
export function target(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null
}

/** The file behind an import of ours. */
export function fileOf(file: string, specifier: string): string | null {
  const path = target(file, specifier)
  if (path === null) return null
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')]
  return candidates.find((one) => /\.tsx?$/.test(one) && existsSync(join(root, one))) ?? null
}

export type Exported = { name: string; first: string | null; type: boolean }

const DECLARED =
  /^export (?:declare )?(?:(async )?function\*? (\w+)(?:<[^(]*>)?\(\s*([^,):?]*)|(?:const|let) (\w+)([^\n]*(?:\n {2}[^\n]*)?)|class (\w+)|(type|interface) (\w+))/gm

/** `export { a, type b as c }`, be it of its own things or of another file's. */
const LISTED = /^export (type )?\{([^}]*)\}/gm

/** What a file exports under a name, and the first parameter of what can be called; what it only lists has none. */
export function exportsOf(file: string): Exported[] {
  const text = read(file)
  const declared = [...text.matchAll(DECLARED)].map(([, , named, first, constant, rest = '', cls, type, typed]) => {
    const arrow = /=\s*(?:async )?(?:<[^(]*>)?\(\s*([^,):?\n]*)[^\n]*\)(?::[^\n]*)? =>|=\s*(?:async )?(\w+) =>/.exec(
      rest,
    )
    return {
      name: named ?? constant ?? cls ?? typed ?? '',
      first: (named ? first : (arrow?.[1] ?? arrow?.[2]))?.trim() ?? null,
      type: type !== undefined,
    }
  })
  const listed = [...text.matchAll(LISTED)].flatMap(([, type, names = '']) =>
    [...names.matchAll(/(type )?(?:\w+ as )?(\w+)\s*(?:,|$)/g)].map(([, own, name = '']) => {
      return { name, first: null, type: (type ?? own) !== undefined }
    }),
  )
  return [...declared, ...listed]
}

/** Every circle of imports among these files, each once, as a chain that ends where it begins. */
export function circles(all: readonly string[]): string[] {
  const edges = new Map(
    all.map((file) => [file, [...new Set(importsOf(file).flatMap((specifier) => fileOf(file, specifier) ?? []))]]),
  )
  const found = new Set<string>()
  const done = new Set<string>()
  const path: string[] = []
  const walk = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const ring = path.slice(at)
      const first = ring.indexOf([...ring].sort()[0] ?? '')
      const chain = [...ring.slice(first), ...ring.slice(0, first)]
      found.add([...chain, chain[0]].join(' → '))
      return
    }
    if (done.has(file)) return
    path.push(file)
    for (const next of edges.get(file) ?? []) walk(next)
    path.pop()
    done.add(file)
  }
  for (const file of all) walk(file)
  return [...found].sort()
}

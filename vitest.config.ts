import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` }
const dataTests = ['lib/data/**/*.test.ts', 'lib/auth/**/*.test.ts', 'db/**/*.test.ts', 'cli/**/*.test.ts']
/** They stand among the data tests and ask no database, or only one of their own: they run once, with the rules. */
const once = [
  'lib/data/notices/inner/seal.test.ts',
  'cli/process.test.ts',
  'cli/sample/generate.test.ts',
  'cli/office/**/*.test.ts',
  'cli/setup/**/*.test.ts',
  'db/place.test.ts',
  'db/trouble.test.ts',
]
const properties = 'lib/domain/base/testing.ts'

/** The data tests on one of the two databases. Files share a process and what it has loaded; each has its own database. */
const on = (dialect: 'sqlite' | 'postgresql', groupOrder: number) => ({
  extends: true as const,
  test: {
    name: dialect,
    include: dataTests,
    exclude: once,
    env: { YANXIN_TEST_DIALECT: dialect },
    setupFiles: [properties, 'db/testing.setup.ts'],
    globalSetup: [`db/testing.${dialect}.ts`],
    sequence: { groupOrder },
    isolate: false,
  },
})

/** The rules run alone and fast; everything that touches a database runs on both databases, always. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Properties take a second each on a quiet machine; a busy one is waited for.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // vitest itself would leave the second of two cores idle; PostgreSQL has connections for four.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['lib/!(data|auth)/**/*.test.ts', '{app,components}/**/*.test.{ts,tsx}', 'e2e/*.test.ts', ...once],
          setupFiles: [properties],
          // Rules keep nothing between two files, so they share a process and what it has loaded.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      on('sqlite', 2),
      on('postgresql', 3),
    ],
  },
})

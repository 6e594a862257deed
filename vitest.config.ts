import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` }
const dataTests = ['lib/data/**/*.test.ts', 'lib/auth/**/*.test.ts', 'db/**/*.test.ts', 'cli/**/*.test.ts']

/** The rules run alone and fast; everything that touches a database runs on both databases, always. */
export default defineConfig({
  resolve: { alias },
  // Properties take a second each on a quiet machine; a busy one is waited for.
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          testTimeout: 60_000,
          include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'e2e/*.test.ts'],
          exclude: dataTests,
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          testTimeout: 60_000,
          include: dataTests,
          env: { YANXIN_TEST_DIALECT: 'sqlite' },
          setupFiles: ['db/testing.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgresql',
          include: dataTests,
          env: { YANXIN_TEST_DIALECT: 'postgresql' },
          setupFiles: ['db/testing.setup.ts'],
          globalSetup: ['db/testing.postgres.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})

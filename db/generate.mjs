import { spawnSync } from 'node:child_process'

/** Generates the next migration for both databases: `npm run db:generate -- --name what_changes [--custom]`. */
for (const DATABASE_URL of ['file:unused', 'postgres://unused']) {
  const { status } = spawnSync('npx', ['drizzle-kit', 'generate', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL },
  })
  if (status !== 0) process.exit(status ?? 1)
}

import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'

/**
 * Generates the next migration for both databases: `npm run db:generate -- --name what_changes [--custom]`. Of the
 * snapshots only the newest is kept: it is what the next migration is compared with, and all that generating reads.
 */
for (const [DATABASE_URL, dialect] of [
  ['file:unused', 'sqlite'],
  ['postgres://unused', 'postgresql'],
]) {
  const { status } = spawnSync('npx', ['drizzle-kit', 'generate', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL },
  })
  if (status !== 0) process.exit(status ?? 1)
  const meta = new URL(`./migrations/${dialect}/meta/`, import.meta.url)
  const snapshots = readdirSync(meta).filter((name) => name.endsWith('_snapshot.json'))
  for (const older of snapshots.sort().slice(0, -1)) rmSync(new URL(older, meta))
}

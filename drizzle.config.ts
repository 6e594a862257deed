import { defineConfig } from 'drizzle-kit'
import { dialect } from './db/dialect'

/** For generating migrations only; applying them is `yanxin migrate`. */
export default defineConfig({ dialect, schema: './db/schema/index.ts', out: `./db/migrations/${dialect}` })

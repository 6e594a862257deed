import { connection } from 'next/server'
import NotFound from './(portal)/not-found'

/** Drawn for each request: what is drawn ahead has no nonce for its scripts. */
export default async function RootNotFound() {
  await connection()
  return (
    <main className="pt-[12vh]">
      <NotFound />
    </main>
  )
}

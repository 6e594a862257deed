import { connection } from 'next/server'
import { Absent } from '@/components/ui/shell/absent'
import PortalLayout from './(portal)/layout'

/** Drawn for each request: what is drawn ahead has no nonce for its scripts. */
export default async function RootNotFound() {
  await connection()
  return (
    <PortalLayout>
      <Absent />
    </PortalLayout>
  )
}

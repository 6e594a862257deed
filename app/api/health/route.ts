import { ailments, reminders } from '@/lib/auth/alive'
import { clockOff } from '@/lib/auth/request'

export const dynamic = 'force-dynamic'

/**
 * Whether this server can do its work, and by short names what of it fails (lib/domain/office/health) and what there is to
 * see to (lib/domain/office/reminders): public, and says nothing else.
 */
export async function GET(request: Request) {
  const [failing, notes] = await Promise.all([ailments(), reminders(clockOff(request.headers) !== null)])
  const ok = failing.length === 0
  return Response.json({ ok, failing, notes }, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}

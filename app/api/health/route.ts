import { ailments } from '@/lib/auth/alive'

export const dynamic = 'force-dynamic'

/** Whether this server can do its work, and by short names what of it fails (lib/domain/office/health): public, and says nothing else. */
export async function GET() {
  const failing = await ailments()
  const ok = failing.length === 0
  return Response.json({ ok, failing }, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}

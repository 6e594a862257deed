import { alive } from '@/lib/auth/alive'

export const dynamic = 'force-dynamic'

/** Whether this server can answer: public, and says nothing else. */
export async function GET() {
  const ok = await alive()
  return Response.json({ ok }, { status: ok ? 200 : 503 })
}

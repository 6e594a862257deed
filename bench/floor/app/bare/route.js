export const dynamic = 'force-dynamic'

/** Reads the body and answers: what a submission costs before anything is done with it. */
export async function POST(request) {
  await request.text()
  return Response.json({ ok: true })
}

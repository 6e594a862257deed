import { fileHeaders, route } from '@/lib/action/route'
import { openIsolatedFile } from '@/lib/data/secrecy/reading'
import { ATTACHMENT_TYPES } from '@/lib/domain/attachments/attachment'

export const dynamic = 'force-dynamic'

/** A file that an isolation keeps, for whoever has to judge it; the access log says who took it. */
export const GET = route('/isolations/[id]/files/[attachment]', async ({ viewer, params }) => {
  const { name, type, bytes } = await openIsolatedFile(viewer, params.id, params.attachment)
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(name, ATTACHMENT_TYPES[type].mime) })
})

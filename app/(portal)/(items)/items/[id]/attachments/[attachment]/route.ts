import { fileHeaders, route } from '@/lib/action/route'
import { openAttachment } from '@/lib/data/attachments/attachments'
import { ATTACHMENT_TYPES } from '@/lib/domain/attachments/attachment'

export const dynamic = 'force-dynamic'

/** An attachment of an item, to be kept as a file: never shown in the portal's own origin. */
export const GET = route('/items/[id]/attachments/[attachment]', async ({ viewer, params }) => {
  const { name, type, bytes } = await openAttachment(viewer, params.id, params.attachment)
  const headers = { ...fileHeaders(name, ATTACHMENT_TYPES[type].mime), 'Cache-Control': 'private, no-store' }
  return new Response(new Uint8Array(bytes), { headers })
})

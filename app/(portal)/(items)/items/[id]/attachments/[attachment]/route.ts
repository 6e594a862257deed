import { fileHeaders, refusalResponse } from '@/app/figures-route'
import { currentViewer } from '@/lib/auth/current'
import { openAttachment } from '@/lib/data/attachments/attachments'
import { ATTACHMENT_TYPES } from '@/lib/domain/attachments/attachment'
import { Fault } from '@/lib/domain/base/fault'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; attachment: string }> }

/** An attachment of an item, to be kept as a file: never shown in the portal's own origin. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return refusalResponse('请先登录。', 401)
  try {
    const { id, attachment } = await params
    const { name, type, bytes } = await openAttachment(viewer, id, attachment)
    const headers = { ...fileHeaders(name, ATTACHMENT_TYPES[type].mime), 'Cache-Control': 'private, no-store' }
    return new Response(new Uint8Array(bytes), { headers })
  } catch (error) {
    if (error instanceof Fault) return refusalResponse(error.message, error.status)
    throw error
  }
}

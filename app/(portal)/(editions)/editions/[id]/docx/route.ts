import { fileHeaders, refusalResponse } from '@/app/figures-route'
import { currentViewer } from '@/lib/auth/current'
import { editionOf } from '@/lib/data/editions/reading'
import { Fault } from '@/lib/domain/base/fault'
import { editionName } from '@/lib/domain/editions/publication'
import { editionDocx } from '@/lib/files/editions/docx'

export const dynamic = 'force-dynamic'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Context = { params: Promise<{ id: string }> }

/** An edition for Word and WPS, with the pages of the screen. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return refusalResponse('请先登录。', 401)
  try {
    const edition = await editionOf(viewer, (await params).id, Date.now())
    const file = await editionDocx(edition.paper)
    const name = `${edition.publication.name}${editionName(edition)}.docx`
    return new Response(new Uint8Array(file), { headers: fileHeaders(name, TYPE) })
  } catch (error) {
    if (error instanceof Fault) return refusalResponse(error.message, error.status)
    throw error
  }
}

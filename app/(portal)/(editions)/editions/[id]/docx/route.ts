import { fileHeaders, route } from '@/lib/action/route'
import { editionOf } from '@/lib/data/editions/reading'
import { editionName } from '@/lib/domain/editions/publication'
import { workFor } from '@/lib/files/pool/pool'

export const dynamic = 'force-dynamic'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An edition for Word and WPS, with the pages of the screen. */
export const GET = route('/editions/[id]/docx', async ({ viewer, params }) => {
  const edition = await editionOf(viewer, params.id, Date.now())
  const file = await workFor(viewer.userId)('editionDocx', edition.paper)
  const name = `${edition.publication.name}${editionName(edition)}.docx`
  return new Response(new Uint8Array(file), { headers: fileHeaders(name, TYPE) })
})

import { fileHeaders } from '@/lib/action/route'
import { workFor } from '@/lib/files/pool/pool'
import { fileName } from '../../notice-for'
import { noticeRoute } from '../../notice-route'

export const dynamic = 'force-dynamic'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The notice for Word and WPS, with the pages of the PDF. */
export const GET = noticeRoute('/notices/[quarter]/docx', async (notice, quarter, viewer) => {
  const file = await workFor(viewer.userId)('docxOf', notice)
  return new Response(new Uint8Array(file), { headers: fileHeaders(`${fileName(notice, quarter)}.docx`, TYPE) })
})

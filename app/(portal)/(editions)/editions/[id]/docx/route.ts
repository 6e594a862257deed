import { fileHeaders, refusal } from '@/app/figures-route'
import { currentViewer } from '@/lib/auth/current'
import { issueOf } from '@/lib/data/editions/reading'
import { Fault } from '@/lib/domain/base/fault'
import { issueName } from '@/lib/domain/editions/publication'
import { issueDocx } from '@/lib/files/editions/docx'

export const dynamic = 'force-dynamic'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Context = { params: Promise<{ id: string }> }

/** An issue for Word and WPS, with the pages of the screen. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return refusal('请先登录。', 401)
  try {
    const issue = await issueOf(viewer, (await params).id, Date.now())
    const file = await issueDocx(issue.paper)
    const name = `${issue.publication.name}${issueName(issue)}.docx`
    return new Response(new Uint8Array(file), { headers: fileHeaders(name, TYPE) })
  } catch (error) {
    if (error instanceof Fault) return refusal(error.message, error.status)
    throw error
  }
}

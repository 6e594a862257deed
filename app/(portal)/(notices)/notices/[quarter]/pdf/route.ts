import { createHash } from 'node:crypto'
import { createElement } from 'react'
import { draw, once } from '@/app/(portal)/drawing'
import { Paper } from '@/components/notices/paper'
import { fileHeaders } from '@/lib/action/route'
import { PRINTING } from '@/lib/files/pool/limits'
import { workFor } from '@/lib/files/pool/pool'
import { fileName } from '../../notice-for'
import { noticeRoute } from '../../notice-route'
import { paperHtml } from '../../paper-file'

export const dynamic = 'force-dynamic'

/** The notice as PDF, with the pages that the screen shows. */
export const GET = noticeRoute('/notices/[quarter]/pdf', async (notice, quarter, viewer) => {
  const html = await paperHtml(notice.title, await draw(createElement(Paper, { notice, quarter, unlinked: true })))
  const print = workFor(viewer.userId, PRINTING)
  // The same pages give the same file: it is made once while it is asked for.
  const file = await once(`pdf ${createHash('sha256').update(html).digest('hex')}`, () => print('pdfOf', html))
  return new Response(new Uint8Array(file), {
    headers: fileHeaders(`${fileName(notice, quarter)}.pdf`, 'application/pdf'),
  })
})

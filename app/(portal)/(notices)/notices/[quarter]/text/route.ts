import { noticeText } from '@/lib/domain/notices/text'
import { noticeRoute } from '../../notice-route'

export const dynamic = 'force-dynamic'

/** The notice as plain text, to be taken into another program. */
export const GET = noticeRoute('/notices/[quarter]/text', async (notice) => {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(`${noticeText(notice)}\n`, { headers })
})

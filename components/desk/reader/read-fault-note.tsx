import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import type { ReadFault } from './ask'

const WORDS: Record<ReadFault, string> = {
  signed_out: '登录已失效：请在新窗口重新登录，再回到本页继续。',
  unreachable: '没有连上服务器，正在重试……',
  silent: '服务器没有应答，正在重试……',
  troubled: '服务器暂时不能答复，正在重试……',
  refused: '没有读到，可能已不能查看。',
}

/** Why the desk can't read on, and what helps. */
export function ReadFaultNote({ fault, onAgain }: { fault: ReadFault; onAgain: () => unknown }) {
  return (
    <Note tone="wrong" small role="alert" className="mb-4">
      <p>{WORDS[fault]}</p>
      {fault === 'signed_out' && (
        <Link href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
          在新窗口登录
        </Link>
      )}
      {fault === 'refused' && (
        <Button small onClick={() => onAgain()}>
          再读一次
        </Button>
      )}
    </Note>
  )
}

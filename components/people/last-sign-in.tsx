import { Note } from '@/components/ui/note'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Props = { before: { at: number; address: string | null } | null; failed: number }

/** What came before this sign-in, so that whoever finds a stranger in it says so. */
export function LastSignIn({ before, failed }: Props) {
  const last = before
    ? `上次登录：${chineseDateTime(before.at)}，网络地址 ${before.address ?? '不详'}。`
    : '这是本账号第一次登录。'
  const wrong = failed > 0 ? `此后到本次登录之前，密码输错 ${failed} 次。` : '此后到本次登录之前，没有输错密码。'
  return (
    <Note tone={failed > 0 ? 'late' : 'info'}>
      {last}
      {(before || failed > 0) && wrong}
      {failed > 0 && '如不是本人所为，请修改密码，并告知系统管理员。'}
    </Note>
  )
}

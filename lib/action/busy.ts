import 'server-only'
import { Fault } from '@/lib/domain/base/fault'
import { chineseDateTime } from '@/lib/domain/time/quarter'

/** Too many at once: the form comes again by itself, and what counts is when it first came. */
export class Busy extends Fault {
  constructor(
    at: number,
    /** When it first came, signed (lib/auth/arrival). */
    readonly arrived: string,
  ) {
    super(
      'busy',
      `现在提交的人太多，内容还没有提交，仍保留在本页。几秒后自动再交，请不要关闭本页；没有自动再交时，请再按一次。时间以第一次按下时（${chineseDateTime(at)}）为准，不因等待推迟。`,
    )
  }
}

import type { ReactNode } from 'react'
import { Actions } from '../actions'
import { Link } from '../link'
import { PageHead } from '../page-head'
import { Sheet } from '../sheet'

type Props = {
  /** Leads to the log. */
  reference: string | undefined
  /** How to try again; the same address, where nothing is said. */
  again?: ReactNode
}

/** Something of ours broke: what happened, what is kept, what to do. */
export function Broken({ reference, again }: Props) {
  return (
    <Sheet role="alert" width="note">
      <PageHead title="系统出错" />
      <p>本页暂时打不开，已提交的内容不受影响。请稍后重试；如仍不成功，请联系系统管理员。</p>
      {reference && <p className="mt-2">错误编号：{reference}</p>}
      <Actions className="mt-6">
        {again ?? (
          <Link href="" kind="primary">
            重试
          </Link>
        )}
      </Actions>
    </Sheet>
  )
}

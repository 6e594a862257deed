'use client'
import { Actions } from '../actions'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { keptBy } from '../form/kept-by'
import { browserStore } from '../form/kept-store'

export type KeptHere = { userId: string; onLeave: () => void; onClose: () => void }

/** Before signing out: what was typed on this machine and is nowhere else goes or stays, as its writer says. */
export function KeptDialog({ userId, onLeave, onClose }: KeptHere) {
  const kept = keptBy(userId)
  function clear() {
    for (const key of kept) browserStore.drop(key)
    onLeave()
  }
  return (
    <Dialog title="还有没有提交的内容" onClose={onClose}>
      <p>
        本机有 {kept.length}{' '}
        处写了没有提交的内容，服务器上还没有。与他人共用的电脑，请先提交，或清除后再退出；保留的，下次在本机登录后接着写。
      </p>
      <Actions className="mt-6">
        <Button kind="primary" onClick={onClose}>
          返回继续写
        </Button>
        <Button onClick={onLeave}>保留并退出</Button>
        <Button onClick={clear}>清除并退出</Button>
      </Actions>
    </Dialog>
  )
}

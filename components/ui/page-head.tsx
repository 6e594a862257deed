import type { ReactNode } from 'react'
import { Breadcrumb, type Place } from './breadcrumb'

type Props = {
  title: ReactNode
  /** The places above this page; the last link of the trail is where one came from. */
  trail?: readonly Place[]
  /** This page's name in the trail, where its title is too long for that. */
  here?: string
  /** One line below the title: whose, from when, how many. */
  about?: ReactNode
  /** What the page is for, at the right: a primary `Link` or `Button`, a choice of the quarter. */
  action?: ReactNode
}

/** The head of every page: where one is, its title, its primary action. */
export function PageHead({ title, trail, here, about, action }: Props) {
  return (
    <div className="mb-4">
      {trail && <Breadcrumb trail={trail} here={here ?? String(title)} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="py-1 wrap-anywhere">{title}</h1>
          {about && <p className="text-sm text-second">{about}</p>}
        </div>
        {action && <div className="flex flex-wrap items-center gap-2 print:hidden">{action}</div>}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'

/** The sheets of a notice; beside them, or above them where there is no room, what belongs to them. */
export function NoticeColumns({ sheets, about, children }: { sheets: ReactNode; about: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap-reverse justify-center gap-6 print:block">
      <div className="min-w-0 max-w-full">{sheets}</div>
      <aside aria-label={about} className="grid self-end gap-4 w-full lg:w-68 px-4 lg:pr-0 print:hidden">
        {children}
      </aside>
    </div>
  )
}

import type { ReactNode } from 'react'

/**
 * The sheets of a notice; beside them, or above them where there is no room, what belongs to them. Above them it is as
 * wide as a sheet: the basis is 16rem where the container holds both (a sheet of 210mm, the gap), and else all there is.
 */
export function NoticeColumns({ sheets, about, children }: { sheets: ReactNode; about: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap-reverse justify-center gap-x-8 gap-y-6 print:block">
      <div className="min-w-0 max-w-full">{sheets}</div>
      <aside aria-label={about} className={ASIDE}>
        {children}
      </aside>
    </div>
  )
}

const ASIDE =
  'grid self-end gap-4 min-w-0 max-w-full basis-[clamp(16rem,calc((68rem-100%)*999),210mm)] max-lg:px-4 print:hidden'

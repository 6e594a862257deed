import { Mark } from './mark'

/** The head of a page for whoever reads it without an account: where one is, and the way to sign in. */
export function VisitorHead() {
  return (
    <header className="no-print bg-paper border-b border-line">
      <div className="mx-auto max-w-[1440px] px-4 sm:px-6 flex items-center gap-4 py-3">
        <Mark />
        <span className="text-xl font-semibold tracking-widest">雁信</span>
        <a href="/sign-in" className="ml-auto px-3 py-1">
          登录
        </a>
      </div>
    </header>
  )
}

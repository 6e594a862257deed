import { Link } from '../link'
import { Mark } from './mark'

/** The head of a page for whoever reads it without an account: where one is, and the way to sign in. */
export function VisitorHead() {
  return (
    <header className="print:hidden bg-paper border-b border-line">
      <div className="mx-auto max-w-[1440px] px-4 sm:px-6 flex items-center gap-4 py-3">
        <Mark />
        <span className="text-lg font-semibold tracking-widest">雁信</span>
        <span className="ml-auto">
          <Link href="/sign-in" kind="quiet">
            登录
          </Link>
        </span>
      </div>
    </header>
  )
}

import type { FormAction } from '@/lib/domain/base/result'
import { type Person, ROLES } from '@/lib/domain/people/policy'
import { Here } from './here'
import { Mark } from './mark'
import { placesFor } from './navigation'
import { SignOut } from './sign-out'

/** The head of every page: mark, places, who is signed in. */
export function Header({ person, signOut, formKey }: { person: Person; signOut: FormAction; formKey: string }) {
  return (
    <header className="print:hidden bg-paper border-b border-line">
      <div className="mx-auto max-w-[1440px] px-4 sm:px-6 flex flex-wrap items-center gap-x-4 sm:gap-x-8">
        <a href="/" className="flex items-center gap-2 py-3 text-ink no-underline hover:no-underline">
          <Mark />
          <span className="text-lg font-semibold tracking-widest">雁信</span>
        </a>
        <div className="order-3 sm:order-none w-full sm:w-auto sm:flex-1 min-w-0">
          <Here places={placesFor(person)} />
        </div>
        <div className="ml-auto flex items-center gap-4 text-sm">
          <span className="text-second">
            <a href="/password" className="text-ink" title="修改密码">
              {person.name}
            </a>
            <span className="hidden sm:inline">
              {' '}
              · {person.unitName ? `${person.unitName} · ` : ''}
              {ROLES[person.role]}
            </span>
          </span>
          <SignOut action={signOut} formKey={formKey} />
        </div>
      </div>
    </header>
  )
}

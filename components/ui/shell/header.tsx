'use client'
import { type ComponentType, useEffect, useState } from 'react'
import type { FormAction } from '@/lib/domain/base/result'
import { Here } from './here'
import { Mark } from './mark'
import type { PlaceAt } from './navigation'
import { SignOut } from './sign-out'

type Props = {
  /** Who is signed in: the name, and what stands behind it. */
  name: string
  as: string
  places: readonly PlaceAt[]
  signOut: FormAction
  formKey: string
  userId: string
}

/**
 * The head of every page: mark, places, who is signed in. Drawn in the browser too, so that the answer holds a few words of
 * it and not every element twice: on a small page that is half of the work.
 */
export function Header({ name, as, places, signOut, formKey, userId }: Props) {
  const [Watch, setWatch] = useState<ComponentType<{ userId: string }> | null>(null)
  useEffect(() => {
    // Comes behind the page: nobody needs it at once.
    void import('./watch').then((watch) => setWatch(() => watch.Watch)).catch(() => null)
  }, [])
  return (
    <header className="print:hidden bg-paper border-b border-line">
      <div className="mx-auto max-w-[1440px] px-4 sm:px-6 flex flex-wrap items-center gap-x-4 sm:gap-x-8">
        <a href="/" className="flex items-center gap-2 py-3 text-ink no-underline hover:no-underline">
          <Mark />
          <span className="text-lg font-semibold tracking-widest">雁信</span>
        </a>
        <div className="order-3 sm:order-none w-full sm:w-auto sm:flex-1 min-w-0">
          <Here places={places} />
        </div>
        <div className="ml-auto flex items-center gap-4 text-sm">
          <span className="text-second">
            <a href="/account" className="text-ink" title="我的账号">
              {name}
            </a>
            <span className="hidden sm:inline">{` · ${as}`}</span>
          </span>
          <SignOut action={signOut} formKey={formKey} />
        </div>
      </div>
      {Watch && <Watch userId={userId} />}
    </header>
  )
}

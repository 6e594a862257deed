import type { ReactNode } from 'react'
import { Header } from '@/components/ui/shell/header'
import { placesFor } from '@/components/ui/shell/navigation'
import { VisitorHead } from '@/components/ui/shell/visitor-head'
import { Working } from '@/components/ui/shell/working'
import { currentViewer } from '@/lib/auth/current'
import { newFormKey } from '@/lib/auth/form-key'
import { ROLES } from '@/lib/domain/people/policy'
import { signOut } from '../session-actions'

/** Draws the head only. Who may see a page is decided by the page and its reads, on every request. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:bg-paper focus:p-2">
        跳到正文
      </a>
      <Working />
      {viewer ? (
        <Header
          name={viewer.name}
          as={[viewer.unitName, ROLES[viewer.role]].filter(Boolean).join(' · ')}
          places={placesFor(viewer)}
          signOut={signOut}
          formKey={newFormKey(viewer)}
          userId={viewer.userId}
        />
      ) : (
        <VisitorHead />
      )}
      <main id="content" className="mx-auto max-w-[1440px] px-0 sm:px-6 py-6 print:max-w-none print:p-0">
        {children}
      </main>
    </>
  )
}

import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { signInWithCode } from '@/app/session-actions'
import { SignInCodeForm } from '@/components/people/code-forms'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'

export const metadata: Metadata = { title: '动态码' }
export const dynamic = 'force-dynamic'

/** The second step of a sign-in, behind the password. */
export default async function SignInCodePage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const { next } = await searchParams
  return (
    <main className="min-h-screen flex flex-col items-center sm:pt-[12vh] sm:px-4">
      <Sheet className="w-full max-w-[28em]">
        <PageHead title="输入动态码" />
        <SignInCodeForm action={signInWithCode} formKey={randomUUID()} next={typeof next === 'string' ? next : '/'} />
      </Sheet>
    </main>
  )
}

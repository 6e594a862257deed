import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { LostTexts } from '@/components/people/lost-texts'
import { SignInForm } from '@/components/people/sign-in-form'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { Mark } from '@/components/ui/shell/mark'
import { lostTexts } from '@/lib/action/lost'
import { signIn } from '../session-actions'

export const metadata: Metadata = { title: '登录' }
export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ next?: string | string[]; lost?: string | string[]; other?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, lost, other } = await searchParams
  return (
    <main className="min-h-screen flex flex-col items-center sm:pt-[12vh] sm:px-4">
      <Sheet className="w-full max-w-[28em]">
        <div className="flex items-center gap-3 mb-1">
          <Mark />
          <h1 className="tracking-widest">雁信</h1>
        </div>
        <p className="text-second mb-6">雁江区政务信息报送系统</p>
        {typeof lost === 'string' && <LostTexts texts={lostTexts(lost)} other={other !== undefined} />}
        <SignInForm action={signIn} formKey={randomUUID()} next={typeof next === 'string' ? next : '/'} />
        <p className="mt-4">
          <Link href="/verify" kind="quiet" small>
            通报查验
          </Link>
        </p>
        <Note tone="late" small className="mt-6">
          本系统不处理涉密信息。涉密内容请通过机要渠道报送。
        </Note>
      </Sheet>
    </main>
  )
}

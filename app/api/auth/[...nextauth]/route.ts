import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own door; the sign-in form of ours goes through the same check and throttle. */
async function handler(request: NextRequest, context: Context) {
  return NextAuth(authOptions())(request, { params: await context.params })
}

export { handler as GET, handler as POST }

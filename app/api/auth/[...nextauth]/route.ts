import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { refusalResponse } from '@/lib/action/route'
import { authOptions, DOORS } from '@/lib/auth/options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The doors of next-auth that the portal needs; behind every other there is nothing. */
async function handler(request: NextRequest, context: Context) {
  const { nextauth } = await context.params
  if (!DOORS.includes(`${request.method} ${nextauth.join('/')}`)) return refusalResponse('没有这个地址。', 404)
  return NextAuth(authOptions())(request, { params: { nextauth } })
}

export { handler as GET, handler as POST }

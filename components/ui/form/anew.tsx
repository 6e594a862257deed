'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Result } from '@/lib/domain/base/result'

/** After a refusal because of what others did, the page is read again: the next press is on what then stands. */
export function Anew({ result }: { result: Result }) {
  const router = useRouter()
  useEffect(() => {
    if (result.status === 'fault' && result.code === 'conflict') router.refresh()
  }, [result, router])
  return null
}

'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Result } from '@/lib/domain/result'

/** After a refusal because of what others did, the page shows it; the next press is on what now stands. */
export function useAnew(result: Result): void {
  const router = useRouter()
  useEffect(() => {
    if (result.status === 'fault' && result.code === 'conflict') router.refresh()
  }, [result, router])
}

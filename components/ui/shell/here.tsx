'use client'
import { usePathname } from 'next/navigation'
import { Tabs } from '../tabs'
import type { PlaceAt } from './navigation'

/** The places, with the one that the reader stands in marked. */
export function Here({ places }: { places: readonly PlaceAt[] }) {
  const path = usePathname()
  const tabs = places.map(({ href, name, also = [] }) => {
    const within = (at: string) => path === at || path.startsWith(`${at}/`)
    return { href, name, here: href === '/' ? path === '/' : [href, ...also].some(within) }
  })
  return <Tabs label="主导航" kind="line" tabs={tabs} />
}

'use client'
import { usePathname } from 'next/navigation'
import type { PlaceAt } from './navigation'

/** The places, with the one that the reader stands in marked. */
export function Here({ places }: { places: readonly PlaceAt[] }) {
  const path = usePathname()
  return (
    <ul className="flex gap-1 whitespace-nowrap">
      {places.map(({ href, name, also = [] }) => {
        const within = (at: string) => path === at || path.startsWith(`${at}/`)
        const here = href === '/' ? path === '/' : [href, ...also].some(within)
        return (
          <li key={href}>
            <a
              href={href}
              aria-current={here ? 'page' : undefined}
              className={`block px-3 py-3 sm:py-4 border-b-3 hover:no-underline ${here ? 'border-work text-work font-semibold' : 'border-transparent text-ink hover:border-line'}`}
            >
              {name}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

import { Link } from './link'

/** A place with its name. */
export type Place = { href: string; name: string }

/** Where one is: the places above, then this one. */
export function Breadcrumb({ trail, here }: { trail: readonly Place[]; here: string }) {
  return (
    <nav aria-label="当前位置" className="text-sm text-second print:hidden">
      {trail.map(({ href, name }) => (
        <span key={href}>
          <Link href={href} kind="quiet">
            {name}
          </Link>
          <span aria-hidden="true"> › </span>
        </span>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  )
}

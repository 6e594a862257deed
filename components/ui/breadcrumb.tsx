/** A place with its name. */
export type Place = { href: string; name: string }

/** Where one is: the places above, then this one. */
export function Breadcrumb({ trail, here }: { trail: readonly Place[]; here: string }) {
  return (
    <nav aria-label="当前位置" className="text-sm text-second print:hidden">
      {trail.map(({ href, name }) => (
        <span key={href}>
          <a href={href} className="inline-block py-0.5 text-work underline hover:text-work-deep">
            {name}
          </a>
          <span aria-hidden="true"> › </span>
        </span>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  )
}

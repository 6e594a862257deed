import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'div'>, 'children' | 'dangerouslySetInnerHTML'> & {
  /** Our own components' HTML (`draw`): React has escaped every text in it. */
  html: string
}

/**
 * A part of a page that the server has drawn before, for whoever asked first. It stands in the answer twice, as markup
 * and as React's data: large, but no component is drawn for it.
 */
export function Drawn({ html, ...place }: Props) {
  return <div {...place} dangerouslySetInnerHTML={{ __html: html }} />
}

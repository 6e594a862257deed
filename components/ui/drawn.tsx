'use client'

import type { ComponentProps } from 'react'
import inflate from 'tiny-inflate'
import { memory } from '@/lib/domain/base/memory'

/**
 * HTML of our own components, packed by the server (`drawPacked`): how many bytes, a point, and those deflated, in base64.
 * React has escaped every text in it.
 */
export type Packed = string & { readonly packed: unique symbol }

type Props = Omit<ComponentProps<'div'>, 'children' | 'dangerouslySetInnerHTML'> & { drawn: Packed }

const opened = memory<string>('opened drawings', { most: 24, bytes: 24_000_000 })

/**
 * A part of a page that the server has drawn before, for whoever asked first. It stands in the answer twice, as markup
 * and as React's data; the data, which React would write with six letters for every bracket, are packed: half of a
 * ranking's bytes and a third of its work.
 */
export function Drawn({ drawn, ...place }: Props) {
  return <div {...place} dangerouslySetInnerHTML={{ __html: opened.once(drawn, () => unpacked(drawn)) }} />
}

function unpacked(drawn: Packed): string {
  const [size = '', packed = ''] = drawn.split('.')
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  return new TextDecoder().decode(inflate(bytes, new Uint8Array(Number(size))))
}

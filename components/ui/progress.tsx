import { cx } from './cx'

type Props = {
  /** 0.23 is 23 %. */
  share: number
  /** The share that the whole bar stands for; the same for a whole column. What is longer is cut, and seen to be. */
  scale?: number
  /** A mark at this share, vermilion as the 25 % line is; `ink` for any other. */
  line?: number
  ink?: boolean
  small?: boolean
}

/** A bar beside the words that say the same, never under them. */
export function Progress({ share, scale = 1, line, ink = false, small = false }: Props) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'relative inline-block w-full align-middle self-center bg-line [print-color-adjust:exact]',
        small ? 'h-2' : 'h-3',
      )}
      title={share > scale ? `横条最长表示 ${Math.round(scale * 100)}%` : undefined}
    >
      <span className="block h-full bg-work" style={{ width: percent(share / scale) }} />
      {share > scale && <span className="absolute inset-y-0 right-2 w-1 bg-paper [transform:skewX(-12deg)]" />}
      {line !== undefined && (
        <span
          className={cx(
            'absolute -inset-y-1 box-content w-0.5 -ml-0.5 border-x border-paper',
            ink ? 'bg-ink' : 'bg-red',
          )}
          style={{ left: percent(line / scale) }}
        />
      )}
    </span>
  )
}

function percent(share: number): string {
  return `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`
}

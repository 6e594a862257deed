import { cx } from './cx'

type Props = {
  text: string
  /** Each paragraph begins two characters in, as on paper. */
  indent?: boolean
  small?: boolean
}

/** What was typed as paragraphs is read as paragraphs, 36 characters wide. */
export function Reading({ text, indent = false, small = false }: Props) {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <div className={cx('max-w-[36em] grid gap-2 wrap-anywhere', small && 'text-sm')}>
      {Array.from(paragraphs.entries(), ([place, words]) => (
        <p key={place} className={indent ? 'indent-[2em]' : undefined}>
          {words}
        </p>
      ))}
    </div>
  )
}

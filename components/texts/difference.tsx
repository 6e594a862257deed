import { isChanged, markedParagraphs, marksBetween, type TextMark } from '@/lib/domain/texts/marked'

type Words = { title: string; body: string }

/** What the editing changed, marked by strokes and, for whoever hears the page, by words. */
export function Difference({ before, after }: { before: Words; after: Words }) {
  // A 综合 has no title to begin with.
  const title = before.title === '' ? [] : marksBetween(before.title, after.title)
  const body = marksBetween(before.body, after.body)
  if (!isChanged([...title, ...body])) return <p className="text-second">与原文一致，没有改动。</p>
  return (
    <>
      <p className="mb-2 text-sm text-second">
        <del className={REMOVED}>划去</del>的是删去的文字，<ins className={ADDED}>加线</ins>的是增加的文字。
      </p>
      <div className="grid gap-2 max-w-[40em] wrap-anywhere">
        {title.length > 0 && (
          <p className="font-semibold">
            <Marks marks={title} />
          </p>
        )}
        {markedParagraphs(body).map((marks, index) => (
          <p key={index} className="indent-[2em]">
            <Marks marks={marks} />
          </p>
        ))}
      </div>
    </>
  )
}

const REMOVED = 'text-second line-through'
const ADDED = 'bg-work-wash text-work underline underline-offset-3'

function Marks({ marks }: { marks: readonly TextMark[] }) {
  return marks.map(({ kind, text }, index) => {
    if (kind === 'same') return text
    return kind === 'removed' ? (
      <del key={index} className={REMOVED}>
        <span className="sr-only">〔删去〕</span>
        {text}
        <span className="sr-only">〔删去完〕</span>
      </del>
    ) : (
      <ins key={index} className={ADDED}>
        <span className="sr-only">〔增加〕</span>
        {text}
        <span className="sr-only">〔增加完〕</span>
      </ins>
    )
  })
}

import { PaperImprint } from '@/components/notices/paper-imprint'
import { PaperPart } from '@/components/notices/paper-parts'
import { cssOf, points } from '@/components/notices/paper-style'
import { type EditionPaper, type EditionPart, editionPages, type Masthead } from '@/lib/domain/editions/paper'

/** An edition as its pages, a sheet each; on a phone they run together, as those of a notice do. */
export function EditionPaperPages({ paper }: { paper: EditionPaper }) {
  return (
    <article className="papers edition-papers" lang="zh-CN" aria-label="版面">
      {editionPages(paper).map(({ number, parts, imprint }) => (
        <div key={number} className="paper">
          <div className="paper-sheet">
            {parts.map((part, index) => (
              <EditionPartOf key={index} part={part} />
            ))}
            {imprint && <PaperImprint imprint={imprint} />}
            {number !== null && <p className={number % 2 ? 'paper-page paper-odd' : 'paper-page'}>— {number} —</p>}
          </div>
        </div>
      ))}
    </article>
  )
}

function EditionPartOf({ part }: { part: EditionPart }) {
  return part.is === 'masthead' ? <MastheadOf masthead={part} /> : <PaperPart part={part} linkOf={() => null} />
}

function MastheadOf({ masthead: { name, size, number, issuer, date } }: { masthead: Masthead }) {
  return (
    <>
      <p className="paper-mark" style={cssOf({ '--size': points(size) })}>
        {name}
      </p>
      <p className="edition-number">{number}</p>
      <p className="edition-publisher">
        <span>{issuer}</span>
        <span>{date}</span>
      </p>
    </>
  )
}

import { Fragment } from 'react'
import type { Run } from '@/lib/domain/notices/document'
import { isCentred, type PaperLine } from '@/lib/domain/notices/lines'
import type { Part } from '@/lib/domain/notices/pages'
import { phrasesOf } from '@/lib/domain/notices/title'
import { cssOf, type LinkOf, points } from './paper-style'
import { PaperTable } from './paper-table'

/** One part of a page. */
export function PaperPart({ part, linkOf }: { part: Part; linkOf: LinkOf }) {
  switch (part.is) {
    case 'head':
      return (
        <>
          <p className="paper-mark" style={cssOf({ '--size': points(part.markSize) })}>
            {part.mark}
          </p>
          <p className="paper-number">{part.number}</p>
          <h1>
            {part.title.map((line) => (
              <span key={line}>{broken(phrasesOf(line))}</span>
            ))}
          </h1>
        </>
      )
    case 'text':
      return <Paragraph part={part} linkOf={linkOf} />
    case 'blank':
      return <p className="paper-blank" style={cssOf({ '--lines': part.lines })} />
    case 'label':
      return <p className="paper-label">{part.text}</p>
    case 'caption':
      return <h2 className="paper-caption">{broken(part.lines)}</h2>
    case 'table':
      return <PaperTable {...part} linkOf={linkOf} />
    case 'legend':
      return <p className="paper-legend">{broken(part.lines)}</p>
  }
}

/** Lines that stand one under the other on the sheet and run together on a phone. */
function broken(lines: readonly string[]) {
  return lines.map((line) => <span key={line}>{line}</span>)
}

type Text = Extract<Part, { is: 'text' }>

const TAGS = { heading: 'h2', subheading: 'h3' } as const

function Paragraph({ part: { kind, lines, hang, begins, ends, byHand }, linkOf }: { part: Text; linkOf: LinkOf }) {
  const Tag = kind === 'heading' || kind === 'subheading' ? TAGS[kind] : 'p'
  const open = byHand === 'unconfirmed'
  const classes = [
    `text text-${kind}`,
    // Where lines run together on a phone, this tells it from a heading at the edge.
    isCentred({ kind, hang }) && 'text-middle',
    !begins && 'text-from',
    !ends && 'text-on',
    open && 'text-unconfirmed',
  ]
  return (
    <Tag className={classes.filter(Boolean).join(' ')}>
      {open && begins && <small>待确认</small>}
      {lines.map((line, index) => (
        <LineOf key={index} line={line} linkOf={linkOf} />
      ))}
    </Tag>
  )
}

function LineOf({ line: { runs, indent, full }, linkOf }: { line: PaperLine; linkOf: LinkOf }) {
  return (
    <span className={full ? 'full' : undefined} style={indent > 0 ? cssOf({ '--in': indent }) : undefined}>
      {runs.map((run, index) => (
        <Fragment key={index}>{pieceOf(run, linkOf)}</Fragment>
      ))}
    </span>
  )
}

function pieceOf(run: Run, linkOf: LinkOf) {
  const of = 'figure' in run ? run.figure : 'value' in run ? run.opens : undefined
  const href = of ? linkOf(of) : null
  return href === null ? run.text : <a href={href}>{run.text}</a>
}

import { Fragment } from 'react'
import { figureOfColumn } from '@/lib/domain/figure'
import type { Attachment, Block, Notice, NoticeTable, Run } from '@/lib/domain/notice'
import type { Quarter } from '@/lib/domain/quarter'
import { Head } from '../ranking/cells'
import { listPath } from '../ranking/links'

/** The notice as it would be printed (GB/T 9704-2012), every figure leading to its list. Plain HTML, drawn once a version. */
export function Paper({ notice, quarter }: { notice: Notice; quarter: Quarter }) {
  return (
    <>
      <article className="paper paper-first">
        <p className="paper-mark">{notice.signature}文件</p>
        <p className="paper-number">{notice.number}</p>
        <h1>
          {phrasesOf(notice.title).map((phrase) => (
            <span key={phrase}>{phrase}</span>
          ))}
        </h1>
        <p className="paper-addressees">{notice.addressees}</p>
        {notice.blocks.map((block, index) => (
          <Paragraph key={index} block={block} quarter={quarter} />
        ))}
        <ul className="paper-attachments">
          {notice.attachmentList.map((line, index) => (
            <li key={line}>
              {index === 0 && <span>附件：</span>}
              {line}
            </li>
          ))}
        </ul>
        <div className="paper-signature">
          <p>{notice.signature}</p>
          <p>{notice.date}</p>
        </div>
      </article>
      {notice.attachments.map((attachment) => (
        <Sheet key={attachment.label} attachment={attachment} quarter={quarter} />
      ))}
    </>
  )
}

/** A title breaks by sense: after the issuer, 季度, 信息 and 情况的. */
function phrasesOf(title: string): string[] {
  return title.split(/(?<=办公室|季度|信息|情况的)/)
}

function Paragraph({ block: { kind, runs }, quarter }: { block: Block; quarter: Quarter }) {
  const text = runs.map((run, index) => {
    return <Fragment key={index}>{piece(run, quarter)}</Fragment>
  })
  if (kind === 'heading') return <h2>{text}</h2>
  if (kind === 'subheading') return <h3>{text}</h3>
  return <p className="paper-text">{text}</p>
}

function piece(run: Run, quarter: Quarter) {
  return 'figure' in run ? <a href={listPath(quarter, run.figure)}>{run.text}</a> : run.text
}

function Sheet({ attachment: { label, tables }, quarter }: { attachment: Attachment; quarter: Quarter }) {
  return (
    <section className="paper" aria-label={label}>
      <p className="paper-label">{label}</p>
      {tables.map((table) => (
        <Table key={table.title} table={table} quarter={quarter} />
      ))}
    </section>
  )
}

function Table({ table: { title, kind, head, rows, legend }, quarter }: { table: NoticeTable; quarter: Quarter }) {
  const figures = head.map(figureOfColumn)
  const unitAt = head.indexOf('单位')
  return (
    <>
      <h2>{title}</h2>
      <table className={`standing standing-${kind}`}>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word} scope="col">
                <Head words={word} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unitId, cells }) => (
            <tr key={unitId}>
              {cells.map((cell, column) => {
                const figure = figures[column]
                const key = head[column]
                if (column === unitAt)
                  return (
                    <th key={key} scope="row">
                      {cell}
                    </th>
                  )
                if (!figure) return <td key={key}>{cell}</td>
                return (
                  <td key={key}>
                    <a href={listPath(quarter, { figure, unitId })}>{cell}</a>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="legend">{legend}</p>
    </>
  )
}

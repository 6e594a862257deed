import type { Imprint } from '@/lib/domain/notices/pages'

/** 版记 at the foot of the last page, and under its last rule the code that tells whether a paper is genuine. */
export function PaperImprint({ imprint: { copies, office, date, code } }: { imprint: Imprint }) {
  return (
    <div className="imprint">
      {copies.length > 0 && (
        <p className="imprint-copies">
          抄送：
          {copies.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      <p className="imprint-office">
        <span>{office}</span>
        <span>{date}</span>
      </p>
      {code !== null && <p className="imprint-code">校验码：{code}（在雁信“通报查验”页输入，可核对真伪）</p>}
    </div>
  )
}

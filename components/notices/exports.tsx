/** Where a notice leaves the portal: as PDF, for Word and WPS, as text. Without a browser on the server there is no PDF. */
export function Exports({ base, query, pdf }: { base: string; query: string; pdf: boolean }) {
  return (
    <div className="exports">
      {pdf ? (
        <a href={`${base}/pdf${query}`} className="button" download="">
          PDF
        </a>
      ) : (
        <p className="text-sm text-second">本服务器没有可用的浏览器，不能直接生成 PDF；请点“打印”，选“另存为 PDF”。</p>
      )}
      <a href={`${base}/docx${query}`} className="button" download="">
        Word 文档
      </a>
      <a href={`${base}/text${query}`} className="button">
        纯文本
      </a>
    </div>
  )
}

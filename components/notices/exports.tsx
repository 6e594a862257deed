import { Link } from '@/components/ui/link'

/** Where a notice leaves the portal: as PDF, for Word and WPS, as text. Without a browser on the server there is no PDF. */
export function Exports({ base, query, pdf }: { base: string; query: string; pdf: boolean }) {
  return (
    <div className="flex flex-wrap gap-2 *:flex-1 *:min-w-max">
      {pdf ? (
        <Link href={`${base}/pdf${query}`} kind="plain" small download="">
          PDF
        </Link>
      ) : (
        <p className="text-sm text-second">本服务器没有可用的浏览器，不能直接生成 PDF；请点“打印”，选“另存为 PDF”。</p>
      )}
      <Link href={`${base}/docx${query}`} kind="plain" small download="">
        Word 文档
      </Link>
      <Link href={`${base}/text${query}`} kind="plain" small>
        纯文本
      </Link>
    </div>
  )
}

'use client'

/** Where even the frame of a page broke: it leans on nothing else of ours, and every page carries it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body style={{ maxWidth: '36em', margin: '4em auto', padding: '0 1em', font: '18px/1.75 sans-serif' }}>
        <div role="alert">
          <h1>系统出错</h1>
          <p>本页暂时打不开，已提交的内容不受影响。请稍后重试；如仍不成功，请联系系统管理员。</p>
          {error.digest && <p>错误编号：{error.digest}</p>}
        </div>
        <a href="/">回到首页</a>
      </body>
    </html>
  )
}

'use client'
import Broken from './(portal)/error'

export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <Broken {...props} />
      </body>
    </html>
  )
}

'use client'

/** Something of ours broke: what happened, what is kept, what to do. The number leads to the log. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert" className="sheet max-w-[640px] mx-auto">
      <h1>系统出错</h1>
      <p className="mt-4">本页暂时打不开，已提交的内容不受影响。请稍后重试；如仍不成功，请联系系统管理员。</p>
      {error.digest && <p className="mt-2">错误编号：{error.digest}</p>}
      <p className="mt-6">
        <button type="button" className="button" onClick={reset}>
          重试
        </button>
      </p>
    </div>
  )
}

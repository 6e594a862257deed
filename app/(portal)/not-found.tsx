export default function NotFound() {
  return (
    <div className="sheet max-w-[640px] mx-auto">
      <h1>没有找到</h1>
      <p className="mt-4">您要看的内容不存在，或者不在您的查看范围内。</p>
      <p className="mt-4">
        <a href="/">回到首页</a>
      </p>
    </div>
  )
}

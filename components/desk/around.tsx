import { Link } from '@/components/ui/link'

/** What the list is narrowed to. */
export function Narrowed({ words }: { words: string }) {
  return (
    <p className="flex flex-wrap gap-x-4 px-4 py-2 text-sm">
      <span>筛选：{words}</span> <Link href="/desk">清除</Link>
    </p>
  )
}

import { Link } from '@/components/ui/link'

/** What the list is narrowed to. */
export function Narrowed({ words }: { words: string }) {
  return (
    <p className="px-4 py-2 text-sm">
      筛选：{words} <Link href="/desk">清除</Link>
    </p>
  )
}

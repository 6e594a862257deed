import { Link } from '@/components/ui/link'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Props = {
  id: string
  versions: readonly { version: number; by: string; at: number }[]
  /** The one that is compared with the original. */
  shown: number
}

/** Every version that was ever saved, the newest first, each leading to its difference. */
export function VersionList({ id, versions, shown }: Props) {
  return (
    <ol>
      {versions.map(({ version, by, at }, index) => (
        <li
          key={version}
          data-version={version}
          className="flex flex-wrap items-baseline gap-x-6 py-2 border-b border-line"
        >
          <span className="min-w-[5em]">
            {version === shown ? (
              <strong aria-current="true">第 {version} 版</strong>
            ) : (
              <Link
                kind="quiet"
                href={index === 0 ? `/texts/${id}#difference` : `/texts/${id}?version=${version}#difference`}
              >
                第 {version} 版
              </Link>
            )}
          </span>
          <span className="text-second">{by}</span>
          <span className="text-second">{chineseDateTime(at)}</span>
        </li>
      ))}
    </ol>
  )
}

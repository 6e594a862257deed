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
    <ol className="text-versions">
      {versions.map(({ version, by, at }, index) => (
        <li key={version}>
          {version === shown ? (
            <strong aria-current="true">第 {version} 版</strong>
          ) : (
            <a href={index === 0 ? `/texts/${id}#difference` : `/texts/${id}?version=${version}#difference`}>
              第 {version} 版
            </a>
          )}
          <span>{by}</span>
          <span>{chineseDateTime(at)}</span>
        </li>
      ))}
    </ol>
  )
}

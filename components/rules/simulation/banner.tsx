import { Note } from '@/components/ui/note'

/** Stands on every page of a simulation, on screen and on paper. */
export function Banner({ past }: { past?: string | null }) {
  return (
    <Note tone="late" className="mb-6">
      <strong>试算，不是正式排名。</strong>
      名次和分值按当前数据计算，数据变动后随之变动；计分办法、排名和通报都不受影响。
      {past && `本季度只有数字，取自${past}，后面没有信息明细。`}
    </Note>
  )
}

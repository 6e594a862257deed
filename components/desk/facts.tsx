import { Facts } from '@/components/ui/facts'
import { countCharacters } from '@/lib/domain/base/text'
import { ITEM_TYPES, type ItemType } from '@/lib/domain/items/item'
import { numberInWords } from '@/lib/domain/items/number'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'

type Item = {
  ref: string
  unit: string
  /** What the unit's category is called. */
  categoryName: string
  type: string | null
  eventDay: string | null
  author: string | null
  phone: string | null
  signer: string | null
  submittedAt: number | null
}

/** Who sent it, when, and what kind of item it is. */
export function ItemFacts({ item, body }: { item: Item; body: string }) {
  const facts: [name: string, value: string | null][] = [
    ['报送单位', `${item.unit}（${item.categoryName}）`],
    ['报送时间', item.submittedAt === null ? null : chineseDateTime(item.submittedAt)],
    ['撰稿人', item.author],
    ['联系电话', item.phone],
    ['签发人', item.signer],
    ['信息类型', item.type && (ITEM_TYPES[item.type as ItemType] ?? item.type)],
    ['事件日期', item.eventDay && chineseDate(item.eventDay)],
    ['编号', numberInWords(item.ref)],
    ['正文字数', `${countCharacters(body.replace(/\s/g, ''))} 字`],
  ]
  return (
    <div className="mt-6">
      <Facts facts={facts} ruled small />
    </div>
  )
}

import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Kind, type KindRow, kindName } from '@/lib/domain/adoptions/kinds'
import { ANY_COMMISSION } from '@/lib/domain/commissions/commission'
import { ITEM_TYPES, type ItemType } from '@/lib/domain/items/item'
import { type Category, type CategoryRow, categoryName } from '@/lib/domain/office/category'
import { chineseDate, type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { DESK_STATES, type DeskState } from './words'

type Unit = { id: string; name: string; category: Category }

export type ChosenFilter = {
  text?: string
  unitId?: string
  category?: Category
  type?: ItemType
  quarter?: Quarter
  state?: DeskState
  kind?: Kind
  publication?: string
  commission?: string
  /** First and last day of submission. */
  from?: string
  to?: string
}

/** The filter above the inbox: a plain GET form, so that what is chosen stands in the address. */
export function Filter({
  chosen,
  categories,
  units,
  quarters,
  kinds,
  commissions,
}: {
  chosen: ChosenFilter
  categories: readonly CategoryRow[]
  units: readonly Unit[]
  quarters: readonly Quarter[]
  kinds: readonly KindRow[]
  /** The newest ones; the topic of each. */
  commissions: readonly { id: string; topic: string }[]
}) {
  const any = { value: '', name: '全部' }
  const selects = [
    {
      name: 'unit',
      label: '单位',
      chosen: chosen.unitId,
      options: [
        any,
        ...categories.map(({ key, name }) => ({
          label: name,
          options: units.filter((u) => u.category === key).map((u) => ({ value: u.id, name: u.name })),
        })),
      ],
    },
    {
      name: 'category',
      label: '类别',
      chosen: chosen.category,
      options: [any, ...categories.map(({ key, name }) => ({ value: key, name }))],
    },
    { name: 'type', label: '信息类型', chosen: chosen.type, options: [any, ...named(ITEM_TYPES)] },
    {
      name: 'quarter',
      label: '季度',
      chosen: chosen.quarter,
      options: [any, ...quarters.map((q) => ({ value: q, name: quarterName(q) }))],
    },
    { name: 'state', label: '状态', chosen: chosen.state ?? 'received', options: named(DESK_STATES) },
    {
      name: 'kind',
      label: '采用',
      chosen: chosen.kind,
      options: [any, ...kinds.map(({ kind, column }) => ({ value: kind, name: column }))],
    },
    {
      name: 'commission',
      label: '约稿',
      chosen: chosen.commission,
      options: [
        any,
        { value: ANY_COMMISSION, name: '回复约稿的' },
        ...commissions.map(({ id, topic }) => ({ value: id, name: topic })),
      ],
    },
  ]
  return (
    <FilterRow action="/desk" narrow>
      <Input
        small
        name="text"
        type="search"
        label="标题、正文、撰稿人、单位、附件"
        defaultValue={chosen.text}
        maxLength={100}
        placeholder="可用“原句”、单位首字母"
      />
      {selects.map(({ chosen: value = '', ...select }) => (
        <Select key={select.name} small {...select} defaultValue={value} />
      ))}
      <Input small name="publication" label="刊物" defaultValue={chosen.publication} maxLength={50} />
      <Input small name="from" type="date" label="报送日期从" defaultValue={chosen.from} />
      <Input small name="to" type="date" label="报送日期到" defaultValue={chosen.to} />
    </FilterRow>
  )
}

/** What is chosen, in words; null when nothing but the default is. */
export function chosenInWords(
  chosen: ChosenFilter,
  unit: string | undefined,
  categories: readonly CategoryRow[],
): string | null {
  const words = [
    chosen.text && `检索：${chosen.text}`,
    unit,
    chosen.category && categoryName(categories, chosen.category),
    chosen.type && ITEM_TYPES[chosen.type],
    chosen.quarter && quarterName(chosen.quarter),
    chosen.state && chosen.state !== 'received' && (chosen.state === 'all' ? '全部状态' : DESK_STATES[chosen.state]),
    chosen.kind && kindName(chosen.kind),
    chosen.commission && '回复约稿的',
    chosen.publication && `刊物含“${chosen.publication}”`,
    chosen.from && `${chineseDate(chosen.from)}起`,
    chosen.to && `${chineseDate(chosen.to)}止`,
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : null
}

function named(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, name]) => ({ value, name }))
}

import { Select } from '@/components/ui/select'

export type CommissionChoices = { chosen: string; options: readonly { id: string; words: string }[] }

const NONE = { value: '', name: '不是约稿回复' }

/** Which commission an item answers; asked only where the unit still owes an answer. */
export function CommissionChoice({ choices, fault }: { choices: CommissionChoices; fault?: string }) {
  if (choices.options.length === 0) return null
  return (
    <Select
      name="commission"
      label="回复约稿"
      help="选定后，报送时即记为本单位对该约稿的回复。"
      fault={fault}
      options={[NONE, ...choices.options.map(({ id, words }) => ({ value: id, name: words }))]}
      defaultValue={choices.chosen}
    />
  )
}

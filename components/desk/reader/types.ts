import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import type { Cursor } from '@/lib/domain/base/cursor'
import type { FormAction } from '@/lib/domain/base/result'
import type { EventVerb } from '@/lib/domain/items/event'
import type { ItemState } from '@/lib/domain/items/item'
import type { Quarter } from '@/lib/domain/time/quarter'

/** A row of the list. */
export type DeskRow = {
  id: string
  /** Of a row only where it has no number yet. */
  ref?: string
  title: string
  unit: string
  state: ItemState
  submittedAt: number | null
  adoptions: readonly { kind: Kind }[]
  notUsed: boolean
}

type Source = { kind: Kind; adoptedOn: string; publication: string | null; issueNo: string | null }

/** An opened item, as the pane reads it. */
export type ReadingItem = Omit<DeskRow, 'adoptions' | 'ref'> & {
  ref: string
  /** What the unit's category is called. */
  categoryName: string
  body: string
  type: string | null
  eventDay: string | null
  author: string | null
  phone: string | null
  signer: string | null
  version: number
  /** How many events by others this reading knows of. */
  seen: number
  adoptions: readonly (Source & { id: string; quarter: Quarter; evidence: string | null })[]
  proposals: readonly (Source & { id: string; by: string })[]
  history: readonly { verb: EventVerb; at: number; by: string | null; byUnit: string | null; reason: string | null }[]
  attachments: readonly Attachment[]
  versions: readonly { version: number; title: string; body: string; at: number }[]
}

export type RowsPage = { rows: DeskRow[]; next: Cursor | null }

/** What one act of grading made, as its form gets it back. */
export type GradedData = { adoptions: string[]; proposals: string[]; items: string[] }

export type DeskActions = {
  grade: FormAction
  undo: FormAction
  sendBack: FormAction
  notUsed: FormAction
  reinstate: FormAction
}

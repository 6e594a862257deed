import { type Sign, State } from '@/components/ui/state'
import { EDITION_STATES, type EditionState } from '@/lib/domain/editions/publication'

const SIGNS: Readonly<Record<EditionState, Sign>> = { composing: 'waits', released: 'done', dropped: 'none' }

/** Whether an edition is composed, released or given up. */
export function EditionStateSign({ state }: { state: EditionState }) {
  return <State sign={SIGNS[state]}>{EDITION_STATES[state]}</State>
}

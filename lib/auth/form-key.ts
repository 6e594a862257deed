import 'server-only'
import { createHmac, randomUUID } from 'node:crypto'
import type { Person } from '@/lib/domain/people/policy'
import { secret } from './settings'

/** Whom a form was drawn for, as far as a later session is concerned. */
export type DrawnFor = 'same' | 'other_person' | 'other_standing' | 'unknown'

type Whom = Pick<Person, 'userId' | 'unitId' | 'role'>

const LENGTH = 10

/**
 * The key of a form: it makes repeating a press harmless, and says for whom the form was drawn, person, unit and role. Not for
 * which session: whoever signs in again goes on.
 */
export function newFormKey(whom: Whom): string {
  return `${randomUUID()}_${personMark(whom)}${standingMark(whom)}`
}

/** Whom a form with this key was drawn for, seen from whoever sends it. */
export function drawnFor(key: string, whom: Whom): DrawnFor {
  const [, mark = ''] = /^[0-9a-f-]+_([0-9a-f]{20})(?:-|$)/.exec(key) ?? []
  if (mark === '') return 'unknown'
  if (mark.slice(0, LENGTH) !== personMark(whom)) return 'other_person'
  return mark.slice(LENGTH) === standingMark(whom) ? 'same' : 'other_standing'
}

function personMark({ userId }: Whom): string {
  return marked('drawn for', userId)
}

function standingMark({ userId, unitId, role }: Whom): string {
  return marked('drawn as', userId, unitId ?? '', role)
}

function marked(...words: string[]): string {
  return createHmac('sha256', secret()).update(JSON.stringify(words)).digest('hex').slice(0, LENGTH)
}

import { isKind, type Kind } from '../adoptions/kinds'
import type { Centi } from '../base/exact'
import type { PublicationKind, RuleKind, Rules } from './book'

/** The line of the rule book that speaks of a publication, whichever way its name was typed. */
export function publicationKind(name: string): PublicationKind {
  return `publication:${name.replace(/[《》\s]/g, '')}`
}

/**
 * 采用计分: what an adoption scores by itself. Points may belong to the publication; where the rules give it none, the
 * kind (level and form) has them. What has no line scores 0.
 */
export function pointsOf({ kind, publication }: { kind: Kind; publication?: string | null }, rules: Rules): Centi {
  const own = publication ? rules.get(publicationKind(publication)) : undefined
  return (own ?? rules.get(kind))?.points ?? 0
}

/** True where the rules give points to an adoption of some kind or by some publication. */
export function scoresAdoptions(rules: Rules): boolean {
  return [...rules].some(([kind, { points }]) => points > 0 && (isKind(kind) || kind.startsWith('publication:')))
}

/** True where the rules give points to anything that becomes of an item: a kind, a publication, an instruction, a share. */
export function scoresAnything(rules: Rules): boolean {
  const scores = (kind: RuleKind) => isKind(kind) || kind === 'joint' || /^(?:publication:|instruction_)/.test(kind)
  return [...rules].some(([kind, { points }]) => points > 0 && scores(kind))
}

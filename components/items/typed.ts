import type { FormValues } from '@/components/ui/form/kept-values'

/** The questions of the form, in its order. */
export const QUESTIONS = [
  'title',
  'body',
  'type',
  'eventDay',
  'author',
  'phone',
  'signer',
  'unclassified',
  'unchanged',
] as const

export type ItemQuestion = (typeof QUESTIONS)[number]
export type Typed = FormValues<ItemQuestion>

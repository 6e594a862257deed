export type SampleKind = 'forwarded' | 'district_full' | 'district_brief' | 'city_full' | 'city_brief' | 'province'

/** A unit with what it was asked for and what it did in the quarter. */
export type SampleUnit = {
  name: string
  category: 'department' | 'town'
  aliases: string[]
  quarterlyTarget: number
  items: number
  annualTarget: number
  adoptions: Record<SampleKind, number>
}

/** Something a unit writes about. `months` says when it can be written about at all. */
export type Topic = {
  name: string
  months: number[]
  measures: string[]
  problem: string
  suggestion: string
}

export type Item = {
  ref: string
  unit: string
  title: string
  body: string
  submitted_at: string
}

export type SampleAdoption = {
  item: string
  kind: SampleKind
  adopted_on: string
  publication: string
  issue_no: string
}

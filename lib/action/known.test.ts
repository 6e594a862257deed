import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { gradeSchema } from '@/lib/schemas/adoptions'
import { signInSchema } from '@/lib/schemas/people'
import { knownOf } from './known'

describe('of what was typed into a form', () => {
  const typed = { login: 'x', made: 'up', adoptedOn: '2020-09-30' }

  test('the fields that its schema asks for are known, also behind a transformation', () => {
    expect(knownOf(typed, signInSchema)).toEqual({ login: 'x' })
    expect(knownOf(typed, gradeSchema)).toEqual({ adoptedOn: '2020-09-30' })
  })

  test('all are where the data name the fields', () => {
    expect(knownOf(typed, z.looseObject({ login: z.string() }))).toEqual(typed)
  })
})

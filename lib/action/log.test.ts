import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { told } from './log'

const SECRET = '某人 13800000000'

describe('what the log holds of an error', () => {
  test('its kind, code and place, the statement without its values; never what a person wrote', () => {
    const cause = Object.assign(new Error(`Key (phone)=(${SECRET}) already exists`), {
      code: '23505',
      constraint: 'items_ref',
      detail: SECRET,
    })
    const logged = told(new DrizzleQueryError('insert into items values ($1)', [SECRET], cause))
    expect(logged).toMatchObject({
      query: 'insert into items values ($1)',
      cause: { code: '23505', constraint: 'items_ref' },
    })
    expect(logged.at[0]).toMatch(/^at .*log\.test\.ts/)
    expect(JSON.stringify(logged)).not.toContain(SECRET)
    expect(JSON.stringify(told(new SyntaxError(`Unexpected token 某 in "${SECRET}"`)))).not.toContain(SECRET)
  })

  test('what was thrown without being an error has a kind at least', () => {
    expect(told(SECRET)).toEqual({ name: 'string', at: [] })
  })
})

import { expect, test } from 'vitest'
import { fieldsOf, typedOf } from './fields'

const file = (name: string, text = 'a,b') => new File([text], name)

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('typed text comes as it was sent, the last of a name; what React adds for itself stays out', () => {
  expect(fieldsOf(form(['title', '一'], ['title', '二'], ['$ACTION_ID', 'x']))).toEqual({ title: '二' })
})

test('one file comes as a file, several of one field as a list', () => {
  const [one, two, three] = [file('1.csv'), file('2.csv'), file('3.xlsx')]
  expect(fieldsOf(form(['paper', one]))).toEqual({ paper: one })
  expect(fieldsOf(form(['paper', one], ['paper', two], ['paper', three])).paper).toEqual([one, two, three])
})

test('a field in which no file was chosen is absent, an empty file is not', () => {
  for (const nameless of ['', 'undefined']) expect(fieldsOf(form(['paper', file(nameless, '')]))).toEqual({})
  expect(fieldsOf(form(['paper', file('empty.csv', '')]))).toHaveProperty('paper')
})

test('only typed text goes back to the form', () => {
  const fields = fieldsOf(
    form(['source', '某文'], ['one', file('1.csv')], ['many', file('1.csv')], ['many', file('2')]),
  )
  expect(typedOf(fields)).toEqual({ source: '某文' })
})

test('what is no form has no fields', () => {
  for (const nothing of [null, undefined, 'key=1', { key: '1' }, []]) expect(fieldsOf(nothing)).toEqual({})
})

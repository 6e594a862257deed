import { expect, test } from 'vitest'
import { FORMER_VERBS, type StoredVerb } from '@/lib/domain/office/audit'
import { type Action, POLICY } from '@/lib/domain/people/policy'
import { AUDIT_WORDS, auditInWords, objectInWords, verbInWords } from './audit-words'

/** What is only looked at or asked, and changes nothing. */
const READS: readonly Action[] = ['check.run', 'notice.verify', 'notice.preview', 'session.read_own']

/** Rights whose writes are logged under other verbs, each named here. */
const LOGGED_AS: Partial<Record<Action, readonly StoredVerb[]>> = {
  'isolation.end': ['isolation.lift', 'isolation.purge'],
  'upper.post': ['item.grade', 'upper.receive', 'upper.drop', 'upper.change', 'upper.date'],
  'edition.compose': [
    'edition.start',
    'edition.change',
    'edition.pick',
    'edition.move',
    'edition.remove',
    'edition.drop',
  ],
  'text.edit': [
    'text.make',
    'text.merge',
    'text.save',
    'text.add',
    'text.move',
    'text.remove',
    'text.read',
    'text.drop',
  ],
  'view.share': ['view.keep', 'view.drop'],
  'setting.secure': ['setting.change'],
  'factor.keep': ['factor.begin', 'factor.switch_on', 'factor.switch_off'],
  'audit.accept': ['audit.baseline'],
  'account.decide': ['account.grant', 'account.refuse'],
  'account.grant_security': ['account.grant', 'account.refuse'],
}

const writes = (Object.keys(POLICY) as Action[]).filter(
  (action) => !/\.(read|list)$/.test(action) && !READS.includes(action),
)

test.each(writes)('what %s writes is named in the log', (action) => {
  const verbs = LOGGED_AS[action] ?? [action]
  expect(verbs.filter((verb) => !Object.hasOwn(AUDIT_WORDS, verb))).toEqual([])
})

test('every verb has words of its own', () => {
  const words = Object.values(AUDIT_WORDS)
  expect(words.filter((one, i) => !/\p{Script=Han}/u.test(one) || words.indexOf(one) !== i)).toEqual([])
})

test('what the rules speak of is called as in the book', () => {
  const words = ['district_full', 'submission_cap', 'publication', '国家级采用', '国家级采用·信息', 'notice.house']
  expect(words.map((subject) => objectInWords({ subject, object: null }))).toEqual([
    '区级采用·信息计分',
    '报送得分最高分',
    '刊物采用计分',
    '国家级采用',
    '国家级采用·信息计分',
    '通报格式',
  ])
})

test('an entry of an earlier version reads as one of today', () => {
  expect(verbInWords('issue.release')).toBe('发刊')
  for (const verb of Object.keys(FORMER_VERBS) as (keyof typeof FORMER_VERBS)[])
    expect(verbInWords(verb)).toBe(verbInWords(FORMER_VERBS[verb]))
})

test('an entry says who did what to whom, from where, with what result', () => {
  const entry = {
    seq: 7,
    at: Date.parse('2026-05-05T12:00:00+08:00'),
    actor: 'u',
    name: '样例',
    login: 'yang',
    hash: 'h',
  }
  const refused = { ...entry, verb: 'session.refused', subject: 'session', object: null, origin: null } as const
  expect(Object.values(auditInWords({ ...refused, detail: '{"address":"10.1.2.3"}' })).join(' ')).toBe(
    '7 2026年5月5日 12:00 样例（yang） 登录失败 登录 10.1.2.3 被拒绝 h',
  )
  const done = { ...entry, verb: 'item.submit', subject: 'x', object: '信息 1（样例局）', origin: 'wang@host' } as const
  expect(Object.values(auditInWords({ ...done, detail: '{}' }))).toContain('wang@host')
  const past = { ...entry, verb: 'past.import', subject: '2020Q3', object: null, origin: null, detail: '{}' } as const
  expect(auditInWords(past).对象).toBe('2020年三季度')
})

import { expect, test } from 'vitest'
import { ACCOUNT_ROLES, can, type Person } from '@/lib/domain/people/policy'
import { person } from '@/lib/domain/people/testing'
import { placesFor } from './navigation'

const names = (who: Person) => placesFor(who).map(({ name }) => name)

test('a head leads where its reader may go, and nowhere else', () => {
  expect(names(person('clerk'))).toEqual(['首页', '报送信息', '约稿', '排名', '计分办法', '通报'])
  expect(names(person('editor'))).toEqual(['首页', '采编台', '编辑稿', '约稿', '刊物', '排名', '计分办法', '通报'])
  expect(names(person('audit_admin'))).toEqual(['首页', '排名', '计分办法', '通报', '账号', '审计日志'])
  for (const role of ACCOUNT_ROLES)
    expect(names(person(role)).includes('账号'), role).toBe(can(person(role), 'account.read').allowed)
})

test('who must change the password first is led nowhere', () => {
  expect(names(person('editor', { mustChangePassword: true }))).toEqual([])
})

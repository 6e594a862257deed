import { expect, test } from 'vitest'
import { figures } from '@/cli/sample/figures'
import { initialsOf } from './initials'

test.each([
  ['区财政局', 'qczj'],
  ['区综合行政执法局', 'qzhxzzfj'],
  ['区成资同城化工作局', 'qcztchgzj'],
  ['区住房城乡建设局', 'qzfcxjsj'],
  ['区国土分局', 'qgtfj'],
  ['城东新区管委会', 'cdxqgwh'],
  ['雁江生态环境局', 'yjsthjj'],
  ['三贤祠街道', 'sxcjd'],
  ['堪嘉镇', 'kjz'],
  ['伍隍镇', 'whz'],
  ['区融媒体中心（区12345热线A组）', 'qrmtzxq12345rxaz'],
  ['恩阿欧', 'eao'],
  ['《》', ''],
  ['', ''],
])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('every character of the sample’s names and aliases has its letter', () => {
  const names = figures.flatMap((unit) => [unit.name, ...unit.aliases])
  expect(names.length).toBeGreaterThan(57)
  for (const name of names) expect(initialsOf(name)).toHaveLength(name.length)
})

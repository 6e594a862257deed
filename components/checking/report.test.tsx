import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CheckReport, PrintedFault } from '@/lib/domain/checking/report'
import { Report } from './report'

const fault = (kind: PrintedFault['kind'], place: string): PrintedFault => {
  return { kind, place, printed: '8', expected: '7', why: '依据。' }
}
const shown = (report: Partial<CheckReport>) =>
  renderToStaticMarkup(
    <Report report={{ faults: [], remarks: [], unjudged: [], judged: 3, ...report }} title="核对结果" />,
  )

test('nothing found, nothing read and faults are three things', () => {
  expect(shown({})).toContain('核对完成，没有发现不一致。')
  expect(shown({ judged: 0 })).toContain('没有可以核对的内容')
  expect(shown({ judged: 0 })).not.toContain('没有发现不一致')
  expect(shown({ faults: [fault('value', '附件1')] })).toContain('核对结果：1 处不一致')
})

test('what the system has otherwise stands apart', () => {
  const html = shown({ faults: [fault('value', '附件1'), fault('system', '附件2')] })
  expect(html).toContain('核对结果：1 处不一致')
  expect(html).toContain('与本系统数据不一致：1 处')
  expect(shown({ faults: [fault('system', '附件2')] })).not.toContain('核对结果：')
})

test('every number that was not judged is listed, and a clean verdict says so', () => {
  const html = shown({ unjudged: [{ place: '正文第3段', words: '评出优秀信息三篇' }] })
  expect(html).toContain('另有 1 个数字没有核对，见下。')
  expect(html).toContain('正文第3段：评出优秀信息三篇')
})

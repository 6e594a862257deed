import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Choice } from './choice'
import { Choices } from './choices'
import { FileInput } from './file-input'
import { Input } from './input'
import { Select } from './select'
import { TextArea } from './text-area'

/** The value of an attribute of the first such element. */
function attribute(html: string, element: string, name: string): string | undefined {
  const [tag = ''] = new RegExp(`<${element}\\b[^>]*>`).exec(html) ?? []
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}

test('a control is tied to its label, its help and its fault', () => {
  const html = drawn(<Input name="title" label="标题" help="一句话。" fault="请填写标题。" />)
  expect(attribute(html, 'input', 'id')).toBe('field-title')
  expect(attribute(html, 'label', 'for')).toBe('field-title')
  expect(attribute(html, 'input', 'aria-describedby')).toBe('help-title fault-title')
  expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
  expect(html).toContain('<div id="help-title"')
  expect(html).toContain('<div id="fault-title"')
})

test('without help and fault nothing is described, and nothing is invalid', () => {
  const html = drawn(<TextArea name="body" label="正文" />)
  expect(attribute(html, 'textarea', 'aria-describedby')).toBeUndefined()
  expect(attribute(html, 'textarea', 'aria-invalid')).toBeUndefined()
})

test('of several questions of one name only the one at fault bears the bare name', () => {
  expect(attribute(drawn(<Input name="words" of="a" label="原因" />), 'input', 'id')).toBe('field-words-a')
  expect(attribute(drawn(<Input name="words" of="a" label="原因" fault="重复。" />), 'input', 'id')).toBe('field-words')
})

test('without a label it is the control alone, which still shows that it is wrong', () => {
  const html = drawn(<Input name="points" aria-label="分值" fault="不是数。" />)
  expect(html).toMatch(/^<input /)
  expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
  expect(attribute(html, 'input', 'id')).toBeUndefined()
})

test('the options of a select are escaped, grouped, and the chosen one is chosen, by whichever way', () => {
  const options = [
    { value: '', name: '全部' },
    { label: '镇 & 街道', options: [{ value: '"a', name: '<b>' }] },
  ]
  for (const chosen of [{ defaultValue: '"a' }, { value: '"a' }]) {
    const html = drawn(<Select name="unit" label="单位" options={options} {...chosen} onChange={() => undefined} />)
    expect(html).toContain(
      '<option value="">全部</option><optgroup label="镇 &amp; 街道"><option value="&quot;a" selected>&lt;b&gt;</option></optgroup>',
    )
  }
})

test('a choice that is blocked says why and cannot be ticked', () => {
  const html = drawn(<Choice type="checkbox" name="item" label="标题" help="区财政局" blocked="已定为未采用。" />)
  expect(attribute(html, 'input', 'disabled')).toBe('')
  expect(html).toContain('已定为未采用。')
  expect(html).not.toContain('区财政局')
  const described = attribute(html, 'input', 'aria-describedby')
  expect(html).toContain(`<div id="${described}"`)
})

test('the fault of a choice and of a group leads to it', () => {
  const one = drawn(<Choice type="checkbox" name="sure" label="我确认" fault="请先确认。" />)
  expect(attribute(one, 'input', 'id')).toBe('field-sure')
  expect(attribute(one, 'label', 'for')).toBe('field-sure')
  const group = drawn(
    <Choices name="type" label="信息类型" fault="请选择。">
      <Choice type="radio" name="type" value="a" label="动态" />
      <Choice type="radio" name="type" value="b" label="经验" />
    </Choices>,
  )
  expect(attribute(group, 'fieldset', 'id')).toBe('field-type')
  expect(attribute(group, 'fieldset', 'aria-describedby')).toBe('fault-type')
  const ids = [...group.matchAll(/<input id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set([...ids, 'field-type']).size).toBe(3)
})

test('chosen files are told with their sizes until they are saved', () => {
  const html = drawn(<FileInput name="files" label="附件" chosen={[{ name: '一.docx', size: '1 MB' }]} />)
  expect(html).toContain('1 MB，尚未保存')
  expect(drawn(<FileInput name="files" label="附件" />)).not.toContain('尚未保存')
})

import { deflateRawSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Drawn, type Packed } from '@/components/ui/drawn'
import { DrilldownTable } from './drilldown-table'

const packed = (html: string) => `${Buffer.byteLength(html)}.${deflateRawSync(html).toString('base64')}` as Packed

test('markup in a title stays text in what is drawn before and put into a page as HTML', () => {
  const title = '<script>alert("1")</script> & \'<b>\''
  const row = { key: '1', itemId: '"><i>', unit: '<u>', day: '2020-09-30', kind: null, title }
  const html = renderToStaticMarkup(<DrilldownTable title="<h1>" rows={[row]} itemsAt="/items" />)
  const page = renderToStaticMarkup(<Drawn drawn={packed(html)} />)
  expect(page).not.toMatch(/<(script|b|i|u|h1)[ >]/)
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;&lt;b&gt;&#x27;')
  expect(page).toContain('href="/items/&quot;&gt;&lt;i&gt;"')
})

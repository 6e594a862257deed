import { Note } from '@/components/ui/note'
import { TextArea } from '@/components/ui/text-area'

/** As many letters stand in a line at 390 px. */
const A_LINE = 16
const MOST = 6

/** All of a text in sight, up to six lines of a phone; a longer one is scrolled. */
function rowsOf(text: string): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / A_LINE)))
  return Math.min(
    MOST,
    lines.reduce((sum, n) => sum + n, 0),
  )
}

/**
 * A form that came without scripts, and without a session or in that of another person: nothing was done with it, and what
 * was typed stands here.
 */
export function LostTexts({ texts, other = false }: { texts: readonly string[]; other?: boolean }) {
  const named = texts.map((text, n) => ({ name: `typed-${n + 1}`, label: `所填内容 ${n + 1}`, text }))
  return (
    <Note tone="late" role="alert" className="mb-6">
      <p>
        {other ? '填写时登录的是另一个账号，内容没有提交。用那个账号登录后，' : '登录已失效，内容没有提交。登录后，'}
        用浏览器的“后退”可回到刚才填写的页面再次提交。
        {texts.length > 0 && '所填内容也列在下面，可以复制保存。'}
      </p>
      {named.map(({ name, label, text }) => (
        <div key={name} className="mt-4">
          <TextArea name={name} label={label} defaultValue={text} readOnly rows={rowsOf(text)} />
        </div>
      ))}
    </Note>
  )
}

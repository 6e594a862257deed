'use client'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { Faults } from '@/components/ui/form/faults'
import { FoundNote } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { Measure } from '@/components/ui/measure'
import { Note } from '@/components/ui/note'
import { Reading } from '@/components/ui/reading'
import { TextArea } from '@/components/ui/text-area'
import { countCharacters, normalizeText } from '@/lib/domain/base/text'
import { BODY_MAX, TITLE_MAX } from '@/lib/domain/items/item'
import { shortDateTime } from '@/lib/domain/time/quarter'
import { type Stored, type TextFormProps, useTextForm } from './use-text-form'

/** The editor: title and body, and a bar at the bottom that says what is safe. */
export function TextForm({ blocked, ...props }: TextFormProps & { blocked: string | null }) {
  const form = useTextForm(props)
  const { stored } = props
  if (blocked !== null) return <p className="text-sm text-second">{blocked}</p>
  return (
    <form {...form.attributes} noValidate aria-label="编辑稿">
      <input type="hidden" name="id" value={stored.id} />
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="key" value={form.formKey} />
      <Faults result={form.result} />
      {form.meanwhile ? <Meanwhile stored={stored} follow={form.giveUp} /> : <FoundNote {...form} verb="保存" />}
      <Fields small>
        <Input
          {...form.field('title')}
          label="标题"
          autoComplete="off"
          after={<Length text={form.typed.title} max={TITLE_MAX} />}
        />
        <TextArea
          {...form.field('body')}
          label="正文"
          rows={22}
          after={<Length text={form.typed.body} max={BODY_MAX} />}
        />
        <Actions stay="column" says={statusOf(form, stored)}>
          <Button type="submit" kind="primary" working={form.pending !== null && '保存'}>
            保存
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

/** What somebody else saved meanwhile, beside what was typed: nothing is overwritten, and nothing typed is lost. */
function Meanwhile({ stored, follow }: { stored: Stored; follow: () => void }) {
  return (
    <Note tone="late" role="status" className="mb-6">
      <p>
        <strong>
          {stored.savedBy}已于 {shortDateTime(stored.savedAt)} 保存第 {stored.version} 版
        </strong>
        ，内容如下。再次保存，您写的内容成为第 {stored.version + 1} 版，第 {stored.version} 版保留在历次版本中。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
      <section className="max-h-80 my-2 overflow-y-auto" tabIndex={0} aria-label={`第 ${stored.version} 版`}>
        <p className="mb-2 font-semibold">{stored.title}</p>
        <Reading text={stored.body} indent />
      </section>
      <Button small onClick={follow}>
        改用第 {stored.version} 版
      </Button>
    </Note>
  )
}

function Length({ text, max }: { text: string; max: number }) {
  return (
    <div className="text-right">
      <Measure length={countCharacters(normalizeText(text))} max={max} />
    </div>
  )
}

function statusOf({ pending, dirty, base, own }: ReturnType<typeof useTextForm>, stored: Stored): string {
  if (pending !== null) return '正在保存…'
  if (dirty) return '有改动未保存'
  const by = own ? '' : `，${stored.savedBy}`
  return `已保存 ${shortDateTime(own?.at ?? stored.savedAt)}，第 ${base.version} 版${by}`
}

'use client'
import { ActionForm, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { shortDateTime } from '@/lib/domain/time/quarter'
import { Identified } from './edition-forms'

type Item = {
  id: string
  title: string
  unit: string
  submittedAt: number | null
  notUsed: boolean
  adopted: boolean
  standsIn: readonly string[]
  /** It stands in this edition. */
  here: boolean
}
type Text = { id: string; title: string; units: readonly string[]; several: boolean }

type Props = {
  action: FormAction
  formKey: string
  edition: { id: string; version: number }
  items: readonly Item[]
  texts: readonly Text[]
  empty: string
}

/** What may be picked: tick several, press once. */
export function PickForm({ action, formKey, edition, items, texts, empty }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="edition-picks">
      {(result) => (
        <>
          <DoneNote result={result} />
          <Identified edition={edition} result={result} />
          <div id="field-ticks">
            {texts.length > 0 && (
              <fieldset>
                <legend>还没有编入任何一期的编辑稿</legend>
                <ul>
                  {texts.map(({ id, title, units, several }) => (
                    <li key={id}>
                      <Tick result={result} name={`text-${id}`} title={title} />
                      <p>
                        {several && '综合，'}
                        {units.join('、')}
                      </p>
                    </li>
                  ))}
                </ul>
              </fieldset>
            )}
            <fieldset>
              <legend>近 60 天收到的信息</legend>
              {items.length === 0 ? (
                <p className="empty">{empty}</p>
              ) : (
                <ul>
                  {items.map((item) => (
                    <li key={item.id}>
                      <Tick
                        result={result}
                        name={`item-${item.id}`}
                        title={item.title}
                        barred={item.notUsed || item.here}
                      />
                      <p>
                        {item.unit}
                        {item.submittedAt !== null && `，${shortDateTime(item.submittedAt)}`}
                        {standing(item)}
                      </p>
                    </li>
                  ))}
                </ul>
              )}
            </fieldset>
          </div>
          {items.length + texts.length > 0 && (
            <div className="confirm-bar">
              <SendButton>编入本期</SendButton>
              <span>勾选的各条依次排在已有内容之后。</span>
            </div>
          )}
        </>
      )}
    </ActionForm>
  )
}

function Tick({ result, name, title, barred }: { result: Result; name: string; title: string; barred?: boolean }) {
  return (
    <label>
      <input type="checkbox" name={name} disabled={barred} defaultChecked={typedValue(result, name) === 'on'} />
      {title}
    </label>
  )
}

/** What became of an item already, and why it can't be ticked. */
function standing({ notUsed, adopted, standsIn, here }: Item): string {
  if (here) return '；已在本期'
  if (notUsed) return '；已定为未采用，恢复后才能编入'
  if (standsIn.length > 0) return `；已编入${standsIn.join('、')}`
  return adopted ? '；已有采用记录' : ''
}

'use client'
import { SettingAnswers } from '@/components/office/setting-form'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Kept = { id: string; name: string; everybody: boolean; mayDrop: boolean }

type Props = {
  keep: FormAction
  drop: FormAction
  formKey: string
  query: string
  mayShare: boolean
  kept: readonly Kept[]
}

/** 保存视图: the present filter under a name; and the kept ones, to be deleted. */
export function ViewForms({ keep, drop, formKey, query, mayShare, kept }: Props) {
  const droppable = kept.filter(({ mayDrop }) => mayDrop)
  return (
    <Disclosure small summary="保存或删除视图">
      <ActionForm action={keep} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            <input type="hidden" name="query" value={query} />
            <Fields small>
              <InputField result={result} name="name" label="视图名称" help="保存现在的筛选条件。" maxLength={16} />
              {mayShare && <Choice small type="checkbox" name="everybody" value="on" label="全体编辑可见" />}
              <div>
                <SendButton kind="plain" small>
                  保存视图
                </SendButton>
              </div>
            </Fields>
          </>
        )}
      </ActionForm>
      {droppable.length > 0 && (
        <ActionForm action={drop} formKey={`${formKey}-drop`} className="mt-4">
          {(result) => (
            <>
              <DoneNote result={result} />
              <Fields small>
                <SelectField
                  result={result}
                  name="viewId"
                  label="已保存的视图"
                  options={droppable.map(({ id, name, everybody }) => ({
                    value: id,
                    name: everybody ? `${name}（全体）` : name,
                  }))}
                />
                <div>
                  <SendButton kind="plain" small>
                    删除视图
                  </SendButton>
                </div>
              </Fields>
            </>
          )}
        </ActionForm>
      )}
    </Disclosure>
  )
}

const RELEASE: Readonly<Record<Settings['desk.second_eyes'], string>> = {
  off: '编辑登记即生效',
  on: '没有发布权限的编辑登记的，发布后生效',
  all: '一律由另一位具有发布权限的编辑发布后生效',
}

/** 采用的发布: whether a second pair of eyes is wanted. */
export function SecondEyesForm({
  action,
  formKey,
  value,
}: {
  action: FormAction
  formKey: string
  value: Settings['desk.second_eyes']
}) {
  return (
    <Disclosure small summary="采用的发布">
      <ActionForm action={action} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            <p className="mb-1 text-second">
              须经发布的，登记时只提出建议；发布之前单位和排名都看不到。提出的人不能发布自己提出的。
            </p>
            <fieldset>
              <legend className="sr-only">采用的发布</legend>
              <SettingAnswers name="desk.second_eyes" value={value} words={RELEASE} small />
            </fieldset>
            <div className="mt-2">
              <SendButton kind="plain" small>
                保存
              </SendButton>
            </div>
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

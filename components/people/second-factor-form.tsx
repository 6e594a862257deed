import { SettingForm } from '@/components/office/setting-form'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Decided = Settings['sign_in.second_factor']

const CHOICES: Record<Decided, string> = {
  choice: '各人自愿',
  powerful: '管理员和具有发布、印发权限的编辑必须启用',
  all: '所有人必须启用',
}

/** 登录须用动态码: of whom the office demands a second factor. */
export function SecondFactorForm({ action, formKey, value }: { action: FormAction; formKey: string; value: Decided }) {
  return (
    <SettingForm
      action={action}
      formKey={formKey}
      name="sign_in.second_factor"
      value={value}
      words={CHOICES}
      label="登录时用动态码"
      help="动态码由本人手机产生，登录时在密码之后输入。必须启用而尚未启用的，下一次操作时先引导启用。"
      send="保存"
    />
  )
}

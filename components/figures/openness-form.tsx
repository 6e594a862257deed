import { SettingForm } from '@/components/office/setting-form'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Open = Settings['ranking.open']
type Props = { action: FormAction; formKey: string; open: Open }

const CHOICES: Record<Open, string> = { signed_in: '仅登录人员', network: '内网来访者也可查看' }

/** 公开范围: who may read the ranking. Visitors see figures, never a title or a text. */
export function OpennessForm({ action, formKey, open }: Props) {
  return (
    <Sheet className="mt-6 text-base print:hidden">
      <SettingForm
        action={action}
        formKey={formKey}
        name="ranking.open"
        value={open}
        words={CHOICES}
        label="公开范围"
        help="来访者只看到统计数字和名次，看不到信息的标题和正文。改动记入审计日志。"
        send="保存公开范围"
      />
    </Sheet>
  )
}

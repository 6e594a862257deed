'use client'
import type { ReactNode } from 'react'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { Actions } from '../ui/actions'
import { Fields } from '../ui/fields'
import { ActionForm, SendButton } from '../ui/form/action-form'
import { DoneNote } from '../ui/form/done'
import { InputField } from '../ui/form/inputs'
import { Link } from '../ui/link'
import { OwnPassword } from './own-password'
import { QrCode } from './qr-code'

type Props = { action: FormAction; formKey: string }

/** The second step of a sign-in; works before any script has loaded. */
export function SignInCodeForm({ action, formKey, next }: Props & { next: string }) {
  return (
    <ActionForm action={action} formKey={formKey} leave signsIn>
      {(result) => (
        <Fields>
          <input type="hidden" name="next" value={next} />
          <CodeField result={result} help="手机上显示的 6 位数字；手机不在身边的，填一个恢复码。" />
          <Actions>
            <SendButton>登录</SendButton>
            <Link href="/sign-in" kind="quiet">
              返回
            </Link>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}

/** Begins with the own password. */
export function BeginCodeForm(props: Props) {
  return <OwnPasswordForm {...props} send={<SendButton>开始设置</SendButton>} />
}

/** The key for the phone, and the first code of it; then the recovery codes, which come back never. */
export function ConfirmCodeForm({
  action,
  formKey,
  phone,
}: Props & { phone: { key: string; rows: readonly (readonly boolean[])[] } | null }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) =>
        result.status === 'done' || !phone ? (
          <RecoveryCodes result={result} />
        ) : (
          <Fields>
            <p>1. 在手机上安装动态码应用（如系统自带的密码管理、微信小程序“腾讯身份验证器”等），扫描下面的二维码：</p>
            <QrCode rows={phone.rows} label="动态码密钥的二维码" />
            <p>
              不能扫描的，手工输入密钥：<span className="font-mono wrap-anywhere">{phone.key}</span>
            </p>
            <p>2. 输入手机上显示的 6 位数字：</p>
            <CodeField result={result} />
            <div>
              <SendButton>启用动态码</SendButton>
            </div>
          </Fields>
        )
      }
    </ActionForm>
  )
}

function RecoveryCodes({ result }: { result: Result }) {
  const codes = result.status === 'done' ? (result.data as readonly string[] | undefined) : undefined
  return (
    <DoneNote result={result}>
      {codes && (
        <>
          <ul className="my-2 grid grid-cols-2 gap-x-6 max-w-[20em] font-mono">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p>
            <strong>恢复码只显示这一次。</strong>
            请抄下或打印，与手机分开保存；手机不在身边时，每个可以代替动态码用一次。
          </p>
        </>
      )}
    </DoneNote>
  )
}

/** Switches it off with the own password. */
export function DropCodeForm(props: Props) {
  return <OwnPasswordForm {...props} send={<SendButton kind="warning">停用动态码</SendButton>} />
}

function OwnPasswordForm({ action, formKey, send }: Props & { send: ReactNode }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <Fields>
          <OwnPassword result={result} />
          <div>{send}</div>
        </Fields>
      )}
    </ActionForm>
  )
}

function CodeField({ result, help }: { result: Result; help?: string }) {
  return (
    <InputField
      result={result}
      name="code"
      label="动态码"
      help={help}
      inputMode="text"
      autoComplete="one-time-code"
      autoCapitalize="none"
      maxLength={32}
    />
  )
}

import { type FormAction, IDLE, type Result, YES } from '@/lib/domain/base/result'

/** Sends a form to its action without a form on the page; what never arrived says so and can be sent again. */
export async function send<T>(
  action: FormAction<T>,
  pageKey: string,
  fields: Record<string, string>,
): Promise<Result<T>> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ key: newKey(pageKey), ...fields })) form.append(name, value)
  try {
    return await action(IDLE, form)
  } catch {
    const message = '没有发出：网络不通或服务器没有应答。内容没有丢失，请稍后再按一次。'
    return { status: 'fault', code: 'broken', message, fields: {}, values: fields }
  }
}

/** What a refusal says, with what is wrong in each field. */
export function faultWords(result: Result): string {
  if (result.status !== 'fault') return ''
  return [...new Set([result.message, ...Object.values(result.fields), result.told && YES])].filter(Boolean).join(' ')
}

/** A key of its own, for whom the page was drawn. `randomUUID` is missing where the portal is served without TLS. */
function newKey(pageKey: string): string {
  const own = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return own + pageKey.slice(pageKey.indexOf('_'))
}

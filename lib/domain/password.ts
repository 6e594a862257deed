/** Passwords that are tried first everywhere; compared without case, digits at the end and signs. */
const BLOCKED = [
  'password',
  'passw',
  'qwerty',
  'qwertyuiop',
  'admin',
  'administrator',
  'yanxin',
  'yanjiang',
  'woaini',
  'zhengfu',
  'letmein',
  'welcome',
  'asdfghjkl',
  'abc',
  'iloveyou',
]

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** 等保 2.0 (GB/T 22239-2019) asks for rotation and history; ASVS 5.0 advises against: on by default, can be switched off. */
export const ROTATION_MS = 90 * 24 * 3600 * 1000
export const HISTORY = 5

/** Why a new password may not be used, or null. `strict`: the complexity that 等保 asks for. */
export function passwordFault(password: string, login: string, strict: boolean): string | null {
  const length = [...password].length
  if (length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字符。`
  if (length > PASSWORD_MAX) return `密码最多 ${PASSWORD_MAX} 个字符。`
  const lower = password.toLowerCase()
  if (login.length >= 3 && lower.includes(login.toLowerCase())) return '密码不能包含登录名。'
  const core = lower.replace(/[^a-z]/g, '')
  if (BLOCKED.includes(core) || /^(.)\1*$/u.test(password) || '0123456789012345678901234567890'.includes(password)) {
    return '密码过于常见，请换一个。'
  }
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((c) => c.test(password)).length
  if (strict && classes < 3) return '密码须包含大写字母、小写字母、数字、符号中的三种。'
  return null
}

/** Passwords that are tried first everywhere; compared by their letters alone, and with 0 for o, @ for a and the like. */
const BLOCKED = [
  'password',
  'passwd',
  'passw',
  'pass',
  'qwer',
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
  'aa',
  'abc',
  'abcd',
  'qaz',
  'qazwsx',
  'qazwsxedc',
  'test',
  'root',
  'iloveyou',
]
/** What this product and its work are called; a password of nothing but such names is tried first here. */
const NAMES = [
  ...['yanxin', 'yanjiang', 'yanjiangqu', 'zhengwuxinxi', 'zhengwu', 'xinxi', 'zwxx', 'zfxx', 'zfbgs', 'qzfbgs', 'bgs'],
  ...['bangongshi', 'zhengfubangongshi', 'quzhengfu', 'qzf', 'zhengfu', 'baosong', 'caibian', 'tongbao'],
]
const DISGUISED: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '0': 'o', $: 's', '5': 's' }

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** 等保 2.0 (GB/T 22239-2019) asks for rotation and history; ASVS 5.0 advises against: on by default, can be switched off. */
export const ROTATION_MS = 90 * 24 * 3600 * 1000
export const HISTORY = 5

/**
 * Why a new password may not be used, or null. `strict`: the complexity that 等保 asks for. `names`: what the office's
 * units are called; only what of them is written in Latin letters counts, since Chinese has many spellings.
 */
export function passwordFault(
  typed: string,
  login: string,
  strict: boolean,
  names: readonly string[] = [],
): string | null {
  const password = typed.normalize('NFKC') // as it is hashed
  const length = [...password].length
  if (length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字符。`
  if (length > PASSWORD_MAX) return `密码最多 ${PASSWORD_MAX} 个字符。`
  const lower = password.toLowerCase()
  if (login.length >= 3 && lower.includes(login.toLowerCase())) return '密码不能包含登录名。'
  const undisguised = lower.replace(/[^a-z]+$/, '').replace(/[@4310$5]/g, (sign) => DISGUISED[sign] ?? sign)
  const cores = [lower, undisguised].map((text) => text.replace(/[^a-z]/g, ''))
  if (
    cores.some((core) => BLOCKED.includes(core)) ||
    /^(.)\1*$/u.test(password) ||
    '0123456789012345678901234567890'.includes(password)
  ) {
    return '密码过于常见，请换一个。'
  }
  if (cores.some((core) => isOfNames(core, [...NAMES, ...names.flatMap(latinIn)])))
    return '密码不能只由本系统、本单位的名称加数字、符号组成，请换一个。'
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((c) => c.test(password)).length
  if (strict && classes < 3) return '密码须包含大写字母、小写字母、数字、符号中的三种。'
  return null
}

/** The Latin words in a name, as letters alone. */
function latinIn(name: string): string[] {
  return (name.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > 1)
}

/** Whether letters are such names put together, and nothing else. */
function isOfNames(core: string, names: readonly string[]): boolean {
  const reached = new Set([0])
  for (let at = 0; at < core.length; at++)
    if (reached.has(at)) for (const name of names) if (core.startsWith(name, at)) reached.add(at + name.length)
  return core.length > 0 && reached.has(core.length)
}

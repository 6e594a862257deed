import { describe, expect, test } from 'vitest'
import { PASSWORD_MAX, passwordFault, ROTATION_MS } from './password'

const strict = (password: string, login = 'zhangsan') => passwordFault(password, login, true)
const plain = (password: string, login = 'zhangsan') => passwordFault(password, login, false)

describe('a new password', () => {
  test('is 12 to 128 characters long, as a person counts them', () => {
    expect(plain('kuai-le-yan')).toBe('密码至少 12 个字符。')
    expect(plain('kuai-le-yan1')).toBeNull()
    expect(plain('雁'.repeat(11))).toBe('密码至少 12 个字符。')
    expect(plain(`${'𠮷'.repeat(6)}雁`)).toBe('密码至少 12 个字符。')
    expect(plain('ab1-'.repeat(PASSWORD_MAX / 4))).toBeNull()
    expect(plain(`${'ab1-'.repeat(PASSWORD_MAX / 4)}x`)).toBe('密码最多 128 个字符。')
  })

  test('does not hold the login, in whatever case', () => {
    expect(plain('ZhangSan-rainy-day')).toBe('密码不能包含登录名。')
    expect(plain('wei-rainy-windy-day', 'wei')).toBe('密码不能包含登录名。')
    expect(plain('li-rainy-windy-day', 'li')).toBeNull()
  })

  test('is not of the names of the product, the work and the units alone', () => {
    for (const password of ['Zhengwu-Xinxi-2026', 'Y@nxin_ZWXX_2026', 'Qzfbgs@2026-11-30'])
      expect(plain(password)).toContain('名称')
    expect(plain('Fgj-Yanxin-2026!')).toBeNull()
    expect(passwordFault('Fgj-Yanxin-2026!', 'zhangsan', false, ['发展改革局', 'FGJ'])).toContain('名称')
    expect(plain('Yanxin-Sample-2020')).toBeNull()
  })

  test.each([
    'password1234',
    'Password@2026',
    'P@ssw0rd2026',
    'P@$$w0rd!2026',
    'Admin@123456',
    'Yanxin@20261124',
    'Qwer1234!@#$',
    '1qaz2WSX3edc',
    'Abcd1234!@#$',
    'Aa123456789!',
    'Woaini1314520',
    '123456789012',
    'aaaaaaaaaaaa',
    'ｐａｓｓｗｏｒｄ１２３４',
    'p4ssword2026',
    'w3lcome-2026',
    'adm1n-202611',
    'pa55word2026',
  ])('is not one that is tried first everywhere: %s', (password) => {
    expect(plain(password)).toBe('密码过于常见，请换一个。')
  })

  test.each(
    'passwd passw pass qwer qwerty qwertyuiop administrator yanjiang zhengfu letmein welcome asdfghjkl abc qaz qazwsx test root iloveyou'.split(
      ' ',
    ),
  )('is not %s, whatever digits and signs stand behind it', (word) => {
    expect(plain(`${word}-2026!1124`)).toBe('密码过于常见，请换一个。')
  })

  test('holds three of the four classes where 等保 applies, and need not elsewhere', () => {
    for (const password of ['rainy days in may', 'rainydaysinmay7', 'RAINYDAYSINMAY7']) {
      expect(strict(password)).toBe('密码须包含大写字母、小写字母、数字、符号中的三种。')
      expect(plain(password)).toBeNull()
    }
    for (const password of ['Rainydaysinmay7', 'rainy-days-in-may7', 'RAINY-DAYS-IN-MAY7', 'Rainy-days-in-may']) {
      expect(strict(password)).toBeNull()
    }
  })

  test('is judged as it is stored: full-width letters and digits count as the plain ones', () => {
    expect(strict('ｒａｉｎｙｄａｙｓｉｎｍａｙ７')).toBe('密码须包含大写字母、小写字母、数字、符号中的三种。')
    expect(plain('ｚｈａｎｇｓａｎ-rainy-day')).toBe('密码不能包含登录名。')
  })
})

test('a password lasts ninety days where 等保 applies', () => {
  expect(ROTATION_MS / 86_400_000).toBe(90)
})

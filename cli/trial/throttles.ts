import { sayAll } from './say'
import type { Stand } from './stand'

/** Of everybody in the district. */
const PASSWORD = 'Yangli-2026-ceshi'

const FROM = (n: number) => ({ 'x-forwarded-for': `10.9.0.${n}` })

/**
 * Who guesses is stopped, and nobody else: a pair of account and address is locked, an address over all accounts, an account
 * slowed but never locked out by strangers, printed codes and copies counted. The server trusts this machine's word about addresses.
 */
export async function throttles(at: Stand): Promise<void> {
  const wrong: string[] = []
  const expect = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what)
  }
  const login = at.people.otherClerk?.login ?? ''
  const tryIn = (name: string, password: string, from: number) =>
    at.post(null, 'signIn', { login: name, password, next: '' }, { headers: FROM(from) })
  for (let n = 0; n < 5; n++) await tryIn(login, 'wrong', 1)
  expect((await tryIn(login, PASSWORD, 1)).code !== null, '五次输错之后，同一地址仍可登录')
  expect((await tryIn(login, PASSWORD, 2)).code === null, '一个地址输错，本人在另一地址不能登录')
  for (let n = 0; n < 60; n++) await tryIn(`nobody${n}`, 'wrong', 3)
  const colleague = at.people.townClerk?.login ?? at.people.reader?.login ?? ''
  expect((await tryIn(colleague, PASSWORD, 3)).code === 'throttled', '一个地址遍试各账号，没有被挡下')
  expect((await tryIn(colleague, PASSWORD, 4)).code === null, '挡下一个地址，也挡下了别的地址')
  const codes: string[] = []
  for (let n = 0; n < 31; n++) {
    const { code } = await at.post(null, 'verifyNotice', { code: `ABCD-EFGH-${1000 + n}` }, { headers: FROM(5) })
    codes.push(code ?? 'done')
  }
  expect(codes.at(-1) === 'throttled', `查验 31 次没有被挡下（${codes.at(-1)}）`)
  sayAll(wrong, '频次：输错密码按账号、按地址，查验按地址，都挡下，且不连累别人')
}

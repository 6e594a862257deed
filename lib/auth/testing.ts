/** For tests only: where a sign-in comes from, and from where else it might. */
export const HERE = '10.0.0.1'
export const ELSEWHERE = '10.0.0.2'

/** What a sign-in with a wrong name or password is told, whichever of them was wrong. */
export const NOT_SIGNED_IN = { code: 'unauthenticated', message: '登录名或密码不正确。', fields: {} }

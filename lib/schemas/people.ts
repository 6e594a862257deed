import { z } from 'zod'
import { ACCOUNT_ROLES } from '@/lib/domain/people/policy'
import { EXPIRED, id, typed, yes } from './base'

export const signInSchema = z.object({
  login: typed('登录名', { max: 64 }),
  password: z.string({ error: '请填写密码。' }).min(1, '请填写密码。').max(256, '密码过长。'),
  next: z.string().max(500).default('/'),
})

export const changePasswordSchema = z
  .object({
    current: z.string().min(1, '请填写原密码。').max(256),
    password: z.string().min(1, '请填写新密码。').max(256),
    again: z.string().max(256),
  })
  .refine((f) => f.password === f.again, { path: ['again'], message: '两次填写的新密码不一致。' })

export const addAccountSchema = z.object({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{2,31}$/, '登录名用 3 至 32 个小写字母、数字，以字母开头。'),
  name: typed('姓名', { max: 30 }),
  role: z.enum(ACCOUNT_ROLES, { error: '请选择角色。' }),
  unit: z.string().default(''),
  mayRelease: yes,
  mayIssue: yes,
})

/** One's own password once more, before what is hard to undo. */
export const ownPassword = z.string({ error: '请填写本人的密码。' }).min(1, '请填写本人的密码。').max(256, '密码过长。')

export const codeSchema = z.object({
  code: z.string({ error: '请填写动态码。' }).trim().min(1, '请填写动态码。').max(32, '动态码过长。'),
})
export const signInCodeSchema = codeSchema.extend({ next: z.string().max(500).default('/') })
export const ownPasswordSchema = z.object({ current: ownPassword })
export const accountSchema = z.object({ id })
export const changeAccountSchema = addAccountSchema.extend({ id })
export const resetSchema = z.object({ id, current: ownPassword })
export const decideSchema = z.object({
  id,
  current: ownPassword,
  verb: z.enum(['grant', 'refuse'], { error: EXPIRED }),
})
export const sessionSchema = z.object({ id })
export const nothingSchema = z.object({})

export type AccountInput = z.output<typeof addAccountSchema>
export type ChangeAccountInput = z.output<typeof changeAccountSchema>
export type DecideInput = z.output<typeof decideSchema>

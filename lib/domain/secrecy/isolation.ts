/** Where an isolation stands; only the first can become another. */
export const ISOLATION_STATES = { isolated: '已隔离', lifted: '已解除', purged: '已清除' } as const

export type IsolationState = keyof typeof ISOLATION_STATES

/** What stands in the place of words that nobody may read any more. */
export type Instead = { title: string; body: string; file: string }

export const INSTEAD: Readonly<Record<Exclude<IsolationState, 'lifted'>, Instead>> = {
  isolated: {
    title: '该信息已隔离',
    body: '该信息的内容和附件已由安全管理员隔离，不能查看和办理。',
    file: '已隔离的附件',
  },
  purged: { title: '该信息已清除', body: '该信息的内容和附件已按保密办的要求清除。', file: '已清除的附件' },
}

/** Why nothing may be written on an isolated item. */
export const ISOLATED = '该信息已由安全管理员隔离，不能办理。'

/** Whom to tell, on every page where somebody isolates. */
export const REPORT =
  '发现涉密信息，应当立即向本单位保密工作机构报告，由其报告区保密办；隔离后不得自行清除，须按保密办的书面要求进行。'

/** One place where copies lie, in words; `gone` where nothing is left there. */
export type CopyPlace = { what: string; where: string; gone: boolean }

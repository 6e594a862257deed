/** Why somebody may not, where several rights say the same. */
export const SIGN_IN = '请先登录。'
export const ONLY_CLERK = '只有本单位经办人员可以编写和报送信息。'
export const ONLY_EDITOR = '只有区政府办公室编辑可以处理来稿。'
export const ONLY_WRITER = '通报由区政府办公室编辑起草。'
export const ONLY_ISSUER = '只有具有印发权限的编辑可以印发通报和决定公开范围。'
export const ONLY_RULER = '计分办法和采用级别由具有印发权限的编辑规定。'
export const ONLY_SYSTEM = '只有系统管理员可以管理账号。'
export const ONLY_SECURITY = '只有安全管理员可以查看和结束登录。'

/** Second eyes: what is told to who may not release, and to who may but proposed it. */
export const EYES = {
  item: {
    right: '采用须经具有发布权限的编辑发布；您可以在采编台提出建议。',
    other: '采用须由另一位具有发布权限的编辑发布；您可以在采编台提出建议。',
  },
  edition: {
    right: '发刊同时登记采用，须由具有发布权限的编辑进行；您可以继续编排。',
    other: '发刊同时登记采用，须由没有编排本期的另一位具有发布权限的编辑进行；您可以继续编排。',
  },
  text: {
    right: '登记采用须由具有发布权限的编辑进行；您可以继续编辑，也可以在采编台对各条信息提出建议。',
    other: '登记采用须由没有改写本稿的另一位具有发布权限的编辑进行；您可以继续编辑，也可以在采编台对各条信息提出建议。',
  },
  upper: {
    right: '采用须由具有发布权限的编辑登记；您可以继续核对和剔除。',
    other: '采用须由没有录入本清单的另一位具有发布权限的编辑登记；您可以继续核对和剔除。',
  },
} as const

/** Why somebody may not, where several rights say the same. */
export const ONLY = {
  person: '请先登录。',
  clerk: '只有本单位经办人员可以编写和报送信息。',
  editor: '只有区政府办公室编辑可以处理来稿。',
  writer: '通报由区政府办公室编辑起草。',
  upper: '上级采用反馈由区政府办公室编辑处理。',
  previewer: '通报尚未印发，送审稿只供区政府办公室编辑和领导审阅；印发后在“通报”中阅读。',
  issuer: '只有具有印发权限的编辑可以印发通报、决定公开范围和通报格式。',
  ruler: '计分办法和采用级别由具有印发权限的编辑规定。',
  system: '只有系统管理员可以管理账号。',
  isolation: '隔离与清除由安全管理员办理。',
  security: '只有安全管理员可以查看和结束登录。',
} as const

/** Four eyes: what is told to whoever made it. */
export const NOT_OWN = {
  proposal: '不能发布自己提出的采用建议，请另一位具有发布权限的编辑发布。',
  paragraph: '自己写过的段落，须由另一位编辑确认。',
  notice: '写过这份通报文字的人和提请的人不能印发，须由另一位具有印发权限的编辑印发。',
  account: '不能停用自己的账号，也不能改动自己的角色和权限，请由另一名系统管理员操作。',
  reset: '不能重置自己的密码，请用“修改密码”，或请另一名系统管理员操作。',
  factor: '不能重置自己的动态码，请用“我的账号”，或请另一名系统管理员操作。',
  grant: '不能同意自己提出的或者关于自己的申请，须由另一名安全管理员决定。',
  grantSecurity: '不能同意自己提出的或者关于自己的申请，须由另一名审计管理员决定。',
} as const

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

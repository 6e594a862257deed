import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ROLES, type Role } from '@/lib/domain/people/policy'

type Duty = { href: string; name: string; says: string }

const COMMON: readonly Duty[] = [
  { href: '/ranking', name: '排名', says: '查看各季度报送和采用情况，不含信息正文。' },
  { href: '/notices', name: '通报', says: '查看各季度通报。' },
]

const DUTIES: Partial<Record<Role, readonly Duty[]>> = {
  system_admin: [
    {
      href: '/accounts',
      name: '账号',
      says: '开设、停用、启用账号，重置密码。一人一个账号；不能查看信息正文。',
    },
  ],
  security_admin: [
    {
      href: '/sessions',
      name: '登录管理',
      says: '查看当前登录，结束可疑的登录。不能管理账号，不能查看信息正文。',
    },
    {
      href: '/isolations',
      name: '隔离与清除',
      says: '发现涉密信息时立即隔离；按保密办的书面要求清除。',
    },
  ],
  audit_admin: [
    {
      href: '/audit',
      name: '审计日志',
      says: '查看和核验审计日志、查阅记录。日志只能追加，任何人不能修改、删除。',
    },
  ],
}

/** What an administrator may do here, each with the way there. */
export function Duties({ role, children }: { role: Role; children?: ReactNode }) {
  return (
    <Sheet width="form">
      <PageHead title={ROLES[role]} />
      {children}
      <p className="text-second">系统管理、安全管理、审计管理由不同的人承担。您可以：</p>
      <List>
        {[...(DUTIES[role] ?? []), ...COMMON].map(({ href, name, says }) => (
          <li key={href}>
            <Link href={href} kind="quiet">
              <strong>{name}</strong>
            </Link>
            <p>{says}</p>
          </li>
        ))}
      </List>
    </Sheet>
  )
}

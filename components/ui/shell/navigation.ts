import { type Action, can, type Person } from '@/lib/domain/people/policy'

/** A place of the head; `also` names addresses elsewhere that belong to it. */
export type PlaceAt = { href: string; name: string; also?: readonly string[] }

/** The pages that the head of every page leads to, each with the right it asks for. */
const PLACES: readonly (PlaceAt & { action: Action })[] = [
  { href: '/', name: '首页', action: 'home.read' },
  { href: '/items', name: '报送信息', action: 'item.list' },
  { href: '/desk', name: '采编台', action: 'desk.read' },
  { href: '/texts', name: '编辑稿', action: 'text.read' },
  { href: '/commissions', name: '约稿', action: 'commission.read' },
  { href: '/publications', name: '刊物', action: 'publication.read', also: ['/editions'] },
  { href: '/ranking', name: '排名', action: 'figures.read' },
  { href: '/rules', name: '计分办法', action: 'figures.read' },
  { href: '/notices', name: '通报', action: 'notice.read' },
  { href: '/accounts', name: '账号', action: 'account.read' },
  { href: '/sessions', name: '登录管理', action: 'session.read' },
  { href: '/isolations', name: '隔离与清除', action: 'isolation.isolate' },
  { href: '/audit', name: '审计日志', action: 'audit.read' },
]

/** Where this person may go. */
export function placesFor(person: Person): PlaceAt[] {
  return PLACES.filter((place) => can(person, place.action).allowed)
}

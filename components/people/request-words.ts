import { type AccountRequest, powersInWords, REQUESTS } from '@/lib/domain/people/three-hands'

/** A request in words: "改任：张某（zhangsan）由编辑改为编辑（可印发通报）". */
export function requestInWords({ kind, name, login, before, ...now }: AccountRequest): string {
  const who = `${REQUESTS[kind]}：${[before ? before.unit : now.unit, before?.name ?? name].filter(Boolean).join(' ')}（${before?.login ?? login}）`
  if (kind !== 'change' || !before) return `${who}，${powersInWords(now)}`
  const renamed = [before.name !== name && `姓名改为${name}`, before.login !== login && `登录名改为${login}`]
  const place = now.unit === null || now.unit === before.unit ? '' : `${now.unit} `
  return [`${who}由${powersInWords(before)}改为${place}${powersInWords(now)}`, ...renamed].filter(Boolean).join('，')
}

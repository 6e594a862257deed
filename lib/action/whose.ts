import { drawnFor } from '@/lib/auth/form-key'
import { Fault } from '@/lib/domain/base/fault'
import { ROLES, type Viewer } from '@/lib/domain/people/policy'

/**
 * Why a form with this key is not taken from this session, or null. Two people share many a computer: what one of them typed
 * is never credited to the other, who signed in meanwhile. Where it is `unauthenticated`, signing in as the first helps.
 */
export function strangeForm(key: string, viewer: Viewer | null): Fault | null {
  if (!viewer)
    return new Fault('unauthenticated', '登录已失效。您填写的内容仍保留在本页：请在新窗口重新登录，再回到本页提交。')
  switch (drawnFor(key, viewer)) {
    case 'same':
      return null
    case 'other_person':
      return new Fault(
        'unauthenticated',
        `本页是用另一个账号打开的，现在登录的是${nameOf(viewer)}，内容没有提交，仍保留在本页：请在新窗口用打开本页的账号登录，再回到本页提交。`,
      )
    case 'other_standing':
      return new Fault(
        'forbidden',
        `打开本页以后，您的单位或者角色有变动，现在是${nameOf(viewer)}，内容没有提交，仍保留在本页：请刷新后再提交。`,
      )
    case 'unknown':
      return new Fault('invalid', '页面已过期，请刷新后再提交。')
  }
}

function nameOf({ name, unitName, role }: Viewer): string {
  return `${name}（${[unitName, ROLES[role]].filter(Boolean).join('，')}）`
}

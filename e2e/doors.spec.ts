import { expect } from '@playwright/test'
import { PAGES } from '@/lib/domain/people/pages'
import { POLICY } from '@/lib/domain/people/policy'
import { built, post, serverActions } from './actions'
import { test } from './people'

/** Every server action, with the verb of the policy that it stands for. `public`: needs no session. */
const ACTIONS: Record<string, keyof typeof POLICY | 'public'> = {
  signIn: 'public',
  signInWithCode: 'public',
  signOut: 'session.sign_out',
  changePassword: 'password.change',
  saveOrSubmit: 'item.submit',
  withdraw: 'item.withdraw',
  gradeAll: 'item.grade',
  undoGrades: 'item.revoke',
  releaseProposal: 'proposal.release',
  dropProposal: 'proposal.drop',
  keepView: 'view.keep',
  dropView: 'view.keep',
  revokeAdoption: 'item.revoke',
  sendBack: 'item.send_back',
  ruleNotUsed: 'item.not_used',
  ruleDuplicate: 'item.duplicate',
  reinstate: 'item.reinstate',
  nameJoint: 'item.join',
  recordInstruction: 'instruction.record',
  giveFeedback: 'instruction.record',
  revokeInstruction: 'instruction.record',
  keepReason: 'reason.keep',
  askCommission: 'commission.ask',
  closeCommission: 'commission.ask',
  writeFocus: 'focus.write',
  addAccount: 'account.add',
  changeAccount: 'account.change',
  decideRequest: 'account.decide',
  withdrawRequest: 'account.withdraw',
  beginFactor: 'factor.keep',
  confirmFactor: 'factor.keep',
  dropOwnFactor: 'factor.keep',
  resetFactor: 'factor.reset',
  disableAccount: 'account.disable',
  enableAccount: 'account.enable',
  resetPassword: 'account.reset',
  endSession: 'session.end',
  endOwnSession: 'session.end_own',
  openDraft: 'notice.write',
  saveNoticeHead: 'notice.write',
  editParagraph: 'notice.write',
  addParagraph: 'notice.write',
  addSuggestion: 'notice.write',
  chooseNames: 'notice.write',
  dropDraft: 'notice.write',
  proposeNotice: 'notice.propose',
  takeBackNotice: 'notice.propose',
  issueNotice: 'notice.issue',
  openWindow: 'objection.open',
  raiseObjection: 'objection.raise',
  answerObjection: 'objection.answer',
  keepSuggestion: 'suggestion.keep',
  checkText: 'check.run',
  verifyNotice: 'public',
  saveSimulation: 'simulation.save',
  importPast: 'past.import',
  receiveList: 'upper.post',
  postLines: 'upper.post',
  dropLine: 'upper.post',
  takeBackList: 'upper.post',
  editItem: 'text.edit',
  mergeItems: 'text.edit',
  saveText: 'text.edit',
  addSource: 'text.edit',
  moveSource: 'text.edit',
  dropOrRestoreText: 'text.edit',
  gradeText: 'item.grade',
  keepPublication: 'publication.keep',
  startEdition: 'edition.compose',
  changeEdition: 'edition.compose',
  dropEdition: 'edition.compose',
  pickEntries: 'edition.compose',
  moveEntry: 'edition.compose',
  releaseEdition: 'edition.release',
  changeSetting: 'setting.change',
  secureSetting: 'setting.secure',
  writeRule: 'rule.write',
  addLevel: 'level.add',
}

const routes = Object.keys(built('app-paths-manifest.json'))
  .filter((route) => !/^\/_|icon\.svg/.test(route))
  .map((route) => ({
    path: route.replace(/\/\(\w+\)/g, '').replace(/\/(page|route)$/, '') || '/',
    isPage: route.endsWith('/page'),
  }))
const actions = serverActions()
test('the policy knows every page and route of the build, and no other', () => {
  expect(routes.map((r) => r.path).sort()).toEqual(Object.keys(PAGES).sort())
})

test('the policy knows every server action of the build, and no other', () => {
  expect(actions.map((a) => a.name).sort()).toEqual(Object.keys(ACTIONS).sort())
  for (const verb of Object.values(ACTIONS)) expect(verb === 'public' || verb in POLICY).toBe(true)
})

test('without a session every page leads to 登录 and every route refuses, but for the public ones', async ({
  request,
}) => {
  for (const { path, isPage } of routes) {
    const right = (PAGES as Record<string, string>)[path]
    if (right === 'public') continue
    const url = path.replace('[quarter]', '2020Q3').replace('[id]', 'x').replace('[attachment]', 'x')
    const answer = await request.get(url, { maxRedirects: 0 })
    if (!isPage) {
      expect(answer.status(), path).toBe(401)
      continue
    }
    expect([303, 307], path).toContain(answer.status())
    expect(answer.headers().location, path).toMatch(/^\/sign-in/)
  }
})

test('without a session every server action refuses, whatever page it is posted to', async ({ request, baseURL }) => {
  for (const { name } of actions) {
    if (ACTIONS[name] === 'public') continue
    const answer = await post(request, name, { key: 'a-key-of-its-own', id: 'x', version: '0' }, baseURL)
    expect(await answer.text(), name).toContain('"code":"unauthenticated"')
  }
})

test('a foreign origin, and none at all, are refused', async ({ request }) => {
  const none = await post(request, 'signIn', { login: 'czj', password: 'x' }, undefined)
  expect(await none.text()).toContain('请求的来源不正确')
  const foreign = await post(request, 'signIn', { login: 'czj', password: 'x' }, 'http://evil.example')
  expect(foreign.ok() && !(await foreign.text()).includes('来源不正确')).toBe(false)
})

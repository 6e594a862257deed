import { expect } from '@playwright/test'
import { ACTIONS } from '@/cli/trial/verbs'
import { PAGES } from '@/lib/domain/people/pages'
import { POLICY } from '@/lib/domain/people/policy'
import { built, post, serverActions } from './actions'
import { test } from './people'

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

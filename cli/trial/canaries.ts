import { PAGES } from '@/lib/domain/people/pages'
import { everyOf } from './every'
import { sayAll } from './say'
import type { Stand, Who } from './stand'

const UNIT_OF = { dept: 'dept', other: 'dept2' } as const
const FIELDS = ['Title', 'Body', 'Author', 'Signer'] as const

/** A word that stands in one place alone, and who may come upon it. */
type Canary = { word: string; where: string; may: (who: Who) => boolean }

const word = (name: string) => `ZQ${name}QZ`

/** All words that bench/cast hid: what a unit has not sent is its own, what editors write among themselves theirs. */
const CANARIES: readonly Canary[] = [
  ...Object.entries(UNIT_OF).flatMap(([name, unit]) =>
    ['Draft', 'Rewritten'].flatMap((what) =>
      FIELDS.map((field) => ({
        word: word(`${name}${what}${field}`),
        where: `${name} ${what} ${field}`,
        may: (who: Who) => who.unitId === unit,
      })),
    ),
  ),
  ...Object.entries(UNIT_OF).flatMap(([name, unit]) =>
    ['FileName', 'FileText'].map((what) => ({
      word: word(`${name}${what}`),
      where: `${name} 附件 ${what}`,
      may: (who: Who) => who.unitId === unit,
    })),
  ),
  ...Object.entries(UNIT_OF).map(([name, unit]) => ({
    word: word(`${name}NotUsed`),
    where: '未采用的原因',
    may: (who: Who) => who.unitId === unit || ['editor', 'reader'].includes(who.role),
  })),
  ...['TextTitle', 'TextBody', 'Words', 'Revoked'].map((name) => ({
    word: word(name),
    where: `编辑之间：${name}`,
    may: ({ role }: Who) => role === 'editor',
  })),
  ...['NoticeCopies', 'NoticeText'].map((name) => ({
    word: word(name),
    where: `编辑和领导之间：${name}`,
    may: ({ role }: Who) => ['editor', 'reader'].includes(role),
  })),
  // The log says in words what was done to what: its reader learns names.
  { word: word('View'), where: '视图的名称', may: ({ role }) => ['editor', 'audit_admin'].includes(role) },
  {
    word: word('Simulation'),
    where: '试算的名称',
    may: ({ role }) => ['editor', 'reader', 'audit_admin'].includes(role),
  },
  ...['AccountName', 'AccountLogin', 'AccountAsked'].map((name) => ({
    word: word(name),
    where: `账号：${name}`,
    may: ({ role }: Who) => role.endsWith('_admin'),
  })),
  ...['IsolatedTitle', 'IsolatedBody', 'IsolatedWhy'].map((name) => ({
    word: word(name),
    where: `隔离：${name}`,
    may: ({ role }: Who) => role === 'security_admin',
  })),
]

/** As a page, and as the data of one. */
const AS: readonly Record<string, string>[] = [{}, { rsc: '1' }]

/**
 * Every answer that anybody can get, as HTML, as the data of a page, as a file, as a list of search, as a fault, holds none of the
 * words that were hidden from whoever gets it. That each is found by whom it is for shows that the search finds.
 */
export async function canaries(at: Stand, every = 1): Promise<void> {
  const wrong: string[] = []
  const found = new Set<string>()
  let answers = 0
  const taken = everyOf(every)
  const people: [string, Who | null][] = [['未登录', null], ...Object.entries(at.people)]
  for (const [whose, who] of people) {
    for (const path of pathsOf(at))
      for (const headers of AS) {
        if (!taken()) continue
        const response = await at.get(who, path, headers)
        const text = `${await response.text()} ${[...response.headers.values()].join(' ')}`
        answers++
        look(text, whose, who, path)
      }
    for (const id of everyItem(at)) {
      if (!taken()) continue
      const { text } = await at.post(who, 'withdraw', { id, version: '99' })
      answers++
      look(text, whose, who, `withdraw ${id}`)
    }
  }
  // One of many answers may well not hold what all of them do.
  const missing =
    every > 1 ? [] : CANARIES.filter((canary) => !found.has(canary.word)).map(({ where }) => `没有人看到：${where}`)
  sayAll(
    [...wrong, ...missing],
    `暗记：${CANARIES.length} 处，在 ${answers} 个应答（网页、页面数据、导出、搜索、错误）中都只有应当看到的人看到`,
  )

  function look(text: string, whose: string, who: Who | null, path: string) {
    for (const { word, where, may } of CANARIES) {
      if (!text.includes(word)) continue
      found.add(word)
      if (!who || whose === 'disabled' || who.mustChangePassword || !may(who)) wrong.push(`${whose} ${path}: ${where}`)
    }
  }
}

const everyItem = (at: Stand) => Object.values(at.items).flatMap((states) => Object.values(states))

function pathsOf(at: Stand): string[] {
  const plain = Object.entries(PAGES).flatMap(([pattern]) => {
    if (pattern.includes('[attachment]') || pattern.startsWith('/api/auth')) return []
    const path = pattern.replace('[quarter]', '2026Q2')
    return path.includes('[id]') ? [] : [path]
  })
  const items = everyItem(at).flatMap((id) => [`/items/${id}`, `/desk/${id}`, `/desk/reading?ids=${id}`])
  // A part of the word is looked for: what was asked for stands in the answer anyway.
  const words = ['ZQdeptDraft', 'ZQdeptRewritten', 'ZQotherDraft', 'ZQdeptFile', 'ZQIsolated', '样例'].map(
    (typed) => `/desk?text=${encodeURIComponent(typed)}&state=all`,
  )
  const states = ['draft', 'sent_back', 'withdrawn', 'all', 'not_used', 'duplicate']
  const lists = states.flatMap((state) => [`/desk?state=${state}`, `/items?state=${state}`])
  const more = [
    `/isolations?open=${at.isolation}`,
    `/texts/${at.text}`,
    '/ranking/2026Q2/list?unit=dept&what=submission',
    '/desk/reading?state=all',
  ]
  return [...plain, ...items, ...words, ...lists, ...more, ...Object.values(at.files)]
}

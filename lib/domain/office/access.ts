import type { PagePath } from '../people/pages'
import { type Action, POLICY } from '../people/policy'

/** What the access log records of people, each once a day and object. */
export type PersonVerb = 'item.read' | 'account.list' | 'session.list' | 'file.download' | 'right.refused'

/** What it records of nobody in particular, summed up by hour and address. */
export type StrangerVerb = 'session.refused' | 'stranger.refused'

export type AccessVerb = PersonVerb | StrangerVerb | 'access.missed'

/** What a line says beside who, what and when: how often, and which accounts were tried. */
export type AccessDetail = { count?: number; accounts?: readonly string[] }

/** What was asked for and not given. */
export const REFUSED_ACCESS: readonly AccessVerb[] = ['right.refused', 'session.refused', 'stranger.refused']

/** Every address that gives a file to take away, with what the file is called; a test holds that none is left out. */
export const DOWNLOADS: Partial<Record<PagePath, string>> = {
  '/items/[id]/attachments/[attachment]': '附件',
  '/isolations/[id]/files/[attachment]': '隔离的附件',
  '/ranking/[quarter]/xlsx': '排名工作簿',
  '/ranking/[quarter]/csv': '排名表格',
  '/notices/[quarter]/text': '通报文本',
  '/notices/[quarter]/pdf': '通报 PDF',
  '/notices/[quarter]/docx': '通报 Word 文件',
  '/editions/[id]/docx': '刊物 Word 文件',
  '/audit/file': '审计日志文件',
  '/audit/accesses/file': '查阅记录文件',
}

/** What an address names, behind its pattern: the object of a line, or a part of it. */
export function addressAsked(path: PagePath, params: Readonly<Record<string, string>>, query: URLSearchParams): string {
  const asked = [...Object.values(params), ...query.values()].join(' ')
  return `${path} ${asked}`.trim().slice(0, 300)
}

/** The same taken apart. */
export function fileIn(subject: string): { words: string; asked: string[] } | null {
  const [path = '', ...asked] = subject.split(' ')
  const words = (DOWNLOADS as Record<string, string>)[path]
  return words ? { words, asked } : null
}

/** The same of an address that was refused: whatever was typed into it beside ids is nobody's to keep. */
export function addressRefused(path: PagePath, params: Readonly<Record<string, string>>): string {
  return [path, ...Object.values(params).map((one) => (/^[\w.-]{1,64}$/.test(one) ? one : '…'))].join(' ')
}

/** A right that was wanting as a line names it, with the address that was asked for, where it was one. */
export function rightAsked(right: Action, address = ''): string {
  return `right ${right} ${address}`.trim().slice(0, 300)
}

/** The same taken apart: `asked` is what the address names. */
export function rightIn(subject: string): { right: Action; address: string; asked: string[] } | null {
  const [, right = '', pattern = '', ...asked] = subject.startsWith('right ') ? subject.split(' ') : []
  if (!Object.hasOwn(POLICY, right)) return null
  const names = asked.values()
  const address = pattern.replace(/\[\w+\]/g, (name) => names.next().value ?? name)
  return { right: right as Action, address, asked }
}

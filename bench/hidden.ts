import { addParagraph, saveNoticeHead } from '@/lib/data/notices/drafts'
import { addAccount } from '@/lib/data/people/accounts'
import { saveSimulation } from '@/lib/data/rules/simulations'
import { isolate } from '@/lib/data/secrecy/isolations'
import type { Quarter } from '@/lib/domain/time/quarter'
import { beginDraft, noticeHead } from '@/lib/testing/notices'
import { account, arrival, PASSWORD, sent, type World } from '@/lib/testing/world'

/** A word that stands nowhere else. */
export const word = (name: string) => `ZQ${name}QZ`

/**
 * For trials: words of the office that are not everybody's, in a notice that is not issued, a simulation, accounts, and an item that is
 * isolated. Gives where that one is looked at.
 */
export async function hideInOffice(w: World, quarter: Quarter, day: string): Promise<{ isolation: string }> {
  const draft = await saveNoticeHead(
    w.editor,
    noticeHead(await beginDraft(w.editor, quarter), { copies: `${word('NoticeCopies')}。` }),
    arrival(day),
  )
  const paragraph = { after: 'opening', kind: 'paragraph', text: word('NoticeText') } as const
  await addParagraph(w.editor, { ...draft, ...paragraph }, arrival(day))
  const simulation = { quarter, name: word('Simulation'), typed: { 'town.province': '21' } }
  await saveSimulation(w.reader, simulation, arrival(day))
  await account('clerk', { unitId: 'dept2', name: word('AccountName'), login: word('AccountLogin') })
  const asked = { login: 'zq-asked', name: word('AccountAsked'), role: 'editor', unit: '', mayRelease: '' } as const
  await addAccount(w.systemAdmin, { ...asked, mayIssue: 'yes' }, arrival(day))
  const item = await sent(w.otherClerk, day, { title: word('IsolatedTitle'), body: word('IsolatedBody') })
  const isolation = { itemId: item.id, attachmentId: '', reason: word('IsolatedWhy'), current: PASSWORD }
  return { isolation: (await isolate(w.securityAdmin, isolation, arrival(day))).id }
}

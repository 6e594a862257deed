import { beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '@/lib/auth/sign-in'
import type { Quarter } from '@/lib/domain/time/quarter'
import { account, aDraft, anItem, arrival, graded, PASSWORD, sent, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { save, sendBack, submit, withdraw } from '../items/items'
import { versionOf } from './figures'

const quarter = (q: string) => q as Quarter
let w: World
beforeAll(async () => {
  w = await world()
})

describe('the version of a quarter', () => {
  test('changes with every write that moves its figures, and with nothing else', async () => {
    const q = quarter('2022Q1')
    const version = async () => (await versionOf(w.reader, q)).seq
    const moved = async (work: () => Promise<unknown>) => {
      const before = await version()
      const answer = await work()
      return [(await version()) > before, answer] as const
    }
    const moves = async <T>(work: () => Promise<T>): Promise<T> => {
      const [did, answer] = await moved(work)
      expect(did).toBe(true)
      return answer as T
    }
    const stays = async (work: () => Promise<unknown>) => expect((await moved(work))[0]).toBe(false)

    const item = await moves(() => sent(w.clerk, '2022-01-05'))
    const adoptionId = await moves(() => graded(w.editor, item.id, '2022-01-06'))
    await stays(() => graded(w.editor, item.id, '2022-04-01', { kind: 'province' }))
    await moves(() => revokeAdoption(w.editor, { adoptionId, reason: '有误' }, arrival('2022-04-02')))
    const back = await moves(() => sent(w.clerk, '2022-01-07'))
    await moves(() => sendBack(w.editor, { ...back, reason: '退' }, arrival('2022-01-08')))
    await stays(() => save(w.clerk, aDraft({ id: back.id, version: 2 }), arrival('2022-01-09')))
    await moves(() => submit(w.clerk, anItem({ id: back.id, version: 3 }), arrival('2022-04-09')))
    await moves(() => withdraw(w.clerk, { id: back.id, version: 4 }, arrival('2022-04-10')))
    await stays(() => submit(w.clerk, anItem({ id: back.id, version: 5 }), arrival('2022-04-11')))
    await stays(() => save(w.clerk, aDraft(), arrival('2022-01-10')))
    await stays(() => sent(w.clerk, '2021-12-31'))
    const user = await account('reader')
    await stays(() => signIn(user.login, PASSWORD, '10.0.0.1'))
    await stays(() => withdraw(w.clerk, { id: item.id, version: 9 }, arrival()).catch(() => undefined))
  })

  test('of a quarter that nothing ever moved is 0', async () => {
    expect(await versionOf(w.reader, quarter('2021Q1'))).toEqual({ seq: 0, at: 0 })
  })
})

import 'server-only'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { settings } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { HOUSE, type House } from '@/lib/domain/notices/house'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { houseIn } from './inner/house'

/** 通报格式: what the notices of this office have in common. */
export async function houseOf(viewer: Viewer): Promise<House> {
  authorize(viewer, 'notice.preview')
  return houseIn(db())
}

/** Decides it, for every notice that is not issued and says nothing else; with its entry in the log. */
export function keepHouse(viewer: Viewer, input: House, arrival: Arrival): Promise<House> {
  return write(viewer, 'setting.change', arrival, input, async (tx) => {
    authorize(viewer, 'setting.change')
    const was = JSON.stringify(await houseIn(tx))
    const value = JSON.stringify(input)
    if (was === value) return input
    const row = { name: HOUSE as typeof HOUSE, value, setBy: viewer.userId, setAt: arrival.at }
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row })
    const detail = { from: digestOf(was) ?? '', to: digestOf(value) ?? '' }
    await record(tx, viewer.userId, { verb: 'setting.change', subject: HOUSE, detail }, arrival.at)
    return input
  })
}

import { randomUUID } from 'node:crypto'

let counter = 0

/**
 * A new id, in the shape of a UUID of version 7. Ids made one after the other sort one after the other: rows then go
 * to the end of every index, where random ids would touch all of it (a million items: minutes instead of an hour).
 */
export function orderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  counter = (counter + 1) % 0x1000000
  const count = counter.toString(16).padStart(6, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3)}-${randomUUID().slice(24)}`
}

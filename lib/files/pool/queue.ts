/** Who waits for a process: one after the other, and of one person one at a time. */
export type WaitingLine<T> = {
  /** Why there is no room, or null once it waits: `full` for everybody, `own` for this person. */
  enter(person: string, job: T): 'full' | 'own' | null
  /** The first whose person has nothing running; it runs until it leaves. */
  next(): { person: string; job: T } | undefined
  leave(person: string): void
  /** Takes back a job that still waits; whether it did. */
  withdraw(job: T): boolean
}

/** A queue of so many, and so many of one person. */
export function waitingLine<T>({ waiting: most, ofPerson }: { waiting: number; ofPerson: number }): WaitingLine<T> {
  const waiting: { person: string; job: T }[] = []
  const running = new Set<string>()
  const take = (at: number) => (at < 0 ? undefined : waiting.splice(at, 1)[0])
  return {
    enter(person, job) {
      if (waiting.filter((one) => one.person === person).length >= ofPerson) return 'own'
      if (waiting.length >= most) return 'full'
      waiting.push({ person, job })
      return null
    },
    next() {
      const entry = take(waiting.findIndex(({ person }) => !running.has(person)))
      if (entry) running.add(entry.person)
      return entry
    },
    leave: (person) => void running.delete(person),
    withdraw: (job) => take(waiting.findIndex((one) => one.job === job)) !== undefined,
  }
}

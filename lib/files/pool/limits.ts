const MB = 1024 * 1024
const SECOND = 1000

/** What one kind of work on files may take, and for whom there is room. */
export type Limits = {
  name: string
  /** How many processes work at once. */
  processes: number
  /** How long one job may take, once a process has it. */
  ms: number
  /** Bytes that a process may hold, and how many of them on its heap. */
  memory: number
  heap: number
  /** How many jobs may wait, of all and of one person, and how long. */
  waiting: number
  ofPerson: number
  patienceMs: number
  /** A process that has had no job for so long is ended. */
  idleMs: number
}

/** Reading and writing documents and tables, asked for through the portal. */
export const READING: Limits = {
  name: 'reading',
  processes: 2,
  ms: 10 * SECOND,
  memory: 256 * MB,
  heap: 176 * MB,
  waiting: 60,
  ofPerson: 6,
  patienceMs: 60 * SECOND,
  idleMs: 60 * SECOND,
}

/** Printing PDF: four seconds once the browser is up, which starts slowly and so stays longer for whoever prints next. */
export const PRINTING: Limits = {
  ...READING,
  name: 'printing',
  processes: 1,
  ms: 90 * SECOND,
  waiting: 20,
  patienceMs: 120 * SECOND,
  idleMs: 120 * SECOND,
}

/** The same by a command, for which nobody else waits. */
export const BY_COMMAND: Limits = {
  ...READING,
  name: 'command',
  processes: 1,
  ms: 300 * SECOND,
  memory: 1024 * MB,
  heap: 800 * MB,
}

import type { FaultCode } from '@/lib/domain/base/fault'
import type { Jobs } from './jobs'

/** What a process is asked for. */
export type FileWork = { job: keyof Jobs; given: readonly unknown[] }

/** What it says: that it is ready, then one answer to each question, with what it holds by then. */
export type WorkerSaid = 'ready' | WorkerAnswer

export type WorkerAnswer = { memory: number } & (
  | { value: unknown }
  | { fault: { code: FaultCode; message: string; fields: Readonly<Record<string, string>> } }
  | { error: { message: string; stack: string | undefined } }
)

import type { ParseArgsConfig } from 'node:util'

/** What a command may touch of the outside. */
export type Shell = {
  /** The result; it alone goes to stdout. */
  out(text: string): void
  /** One line for the person at the shell. */
  err(line: string): void
  /** Where the paths that a person types are relative to. */
  directory: string
  now(): number
}

export type Options = Record<string, string | boolean | undefined>

/** A command of the shell. */
export type Command = {
  name: string
  /** What follows the name: "DIR". */
  usage: string
  summary: string
  /** Further lines of --help. */
  help?: string
  /** How many words may follow, at least and at most. */
  words: readonly [number, number]
  options?: NonNullable<ParseArgsConfig['options']>
  /** `ready`: one of this version must be there; only `migrate` and the demo make one. */
  database: 'ready' | 'any'
  /** Gives the exit code; nothing means 0. */
  run(words: string[], values: Options, shell: Shell): Promise<number | undefined>
}

/** Whose files a command's are. */
export const OPERATOR = 'operator'

/** The command was typed wrongly: exit code 2. */
export class UsageError extends Error {}

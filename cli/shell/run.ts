import { parseArgs } from 'node:util'
import { altered } from '@/db/migrate'
import { databaseState } from '@/db/state'
import { Fault } from '@/lib/domain/base/fault'
import { faultLine, ImportRefused } from '@/lib/domain/base/import-refused'
import { type Command, type Options, type Shell, UsageError } from './command'

const REFUSED = 1
const MISTYPED = 2
const BROKEN = 3
const CALL = 'npm run -s yanxin --'

/** Runs one command line. Gives the exit code: 0, 1 refused, 2 typed wrongly, 3 broken; never throws. */
export async function run(commands: readonly Command[], line: readonly string[], shell: Shell): Promise<number> {
  const [name = '', ...rest] = line
  try {
    if (['--help', '-h', 'help'].includes(name)) return shell.out(overview(commands)) ?? 0
    const command = commands.find((c) => c.name === name)
    const known = `可用命令：${commands.map((c) => c.name).join('、')}`
    if (!command) throw new UsageError(name ? `没有命令“${name}”；${known}。` : `缺少命令；${known}。`)
    const { words, values } = read(command, rest)
    if (values.help) return shell.out(manual(command)) ?? 0
    if (command.database === 'ready') await ready()
    return (await command.run(words, values, shell)) ?? 0
  } catch (error) {
    return explain(error, shell)
  }
}

function read(command: Command, rest: readonly string[]): { words: string[]; values: Options } {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  const parsed = parse(command, rest, options)
  const [least, most] = command.words
  const count = parsed.positionals.length
  if (!parsed.values.help && (count < least || count > most)) {
    throw new UsageError(`${count < least ? '缺少参数' : '参数过多'}；用法：${usage(command)}`)
  }
  return { words: parsed.positionals, values: parsed.values as Options }
}

function parse(command: Command, rest: readonly string[], options: NonNullable<Command['options']>) {
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    const named = /'(?:-\w, )?([^' ]+)/.exec(message)?.[1] ?? ''
    const what = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? '没有选项' : '选项用法不对：'
    throw new UsageError(`${what}“${named}”；用法：${usage(command)}`)
  }
}

async function ready(): Promise<void> {
  const standing = await databaseState()
  const { state } = standing
  if (state === 'new') throw new Fault('conflict', `还没有数据库。新建请运行 ${CALL} migrate。`)
  if (state === 'behind') throw new Fault('conflict', `数据库是旧版本的，请先运行 ${CALL} migrate。`)
  if (state === 'altered') throw altered(standing)
  if (state === 'ahead') throw new Fault('conflict', '数据库比本程序新，请使用建立它的那个版本或更新的版本。')
}

/** Says in one line a fault what went wrong. Text of the system stays in one line too, and no stack trace is shown. */
export function explain(error: unknown, shell: Pick<Shell, 'err'>): number {
  if (error instanceof UsageError) {
    shell.err(error.message)
    return MISTYPED
  }
  if (error instanceof ImportRefused) {
    for (const fault of error.faults) shell.err(faultLine(fault))
    return REFUSED
  }
  if (error instanceof Fault) {
    const lines = Object.values(error.fields)
    for (const line of lines.length ? lines : [error.message]) shell.err(line)
    return REFUSED
  }
  // The deepest cause: a failed query's own message repeats its parameters, which may be people's text.
  let cause = error
  while (cause instanceof Error && cause.cause) cause = cause.cause
  const message =
    cause instanceof AggregateError ? cause.errors.map(String).join('；') : String((cause as Error)?.message ?? cause)
  shell.err(`系统出错：${message.replace(/\s+/g, ' ').slice(0, 300)}`)
  return BROKEN
}

function usage({ name, usage }: Command): string {
  return [CALL, name, usage].filter(Boolean).join(' ')
}

function manual(command: Command): string {
  return `${[command.summary, '', `用法：${usage(command)}`, ...(command.help ? ['', command.help] : [])].join('\n')}\n`
}

function overview(commands: readonly Command[]): string {
  const wide = Math.max(...commands.map((c) => `${c.name} ${c.usage}`.length))
  const lines = commands.map((c) => `  ${`${c.name} ${c.usage}`.padEnd(wide)}  ${c.summary}`)
  return `用法：${CALL} 命令 …\n\n${lines.join('\n')}\n\n各命令的说明：${CALL} 命令 --help\n`
}

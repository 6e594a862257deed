import type { Command } from '../shell/command'
import { accountCommand } from './account'
import { auditCommand } from './audit'
import { checkCommand } from './check'
import { demoCheckCommand } from './demo-check'
import { demoLoadCommand } from './demo-load'
import { exportCommand } from './export'
import { importCommand } from './import'
import { migrateCommand } from './migrate'
import { noticeCommand } from './notice'
import { pastCommand } from './past'
import { rankingCommand } from './ranking'
import { reindexCommand, searchCheckCommand } from './search'

/** Every command of the shell, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  migrateCommand,
  importCommand,
  rankingCommand,
  noticeCommand,
  checkCommand,
  exportCommand,
  pastCommand,
  reindexCommand,
  searchCheckCommand,
  accountCommand,
  auditCommand,
  demoLoadCommand,
  demoCheckCommand,
]

/** What an administrator should see to while the server still does all its work. */
export type Circumstances = {
  /** Whether the time of the server is in doubt. */
  clock: boolean
  free: number
  total: number
  /** When the newest backup was made; null where there is none. */
  backup: number | null
}

/** Short names of what to see to; none of them is a fault. */
export const REMINDERS = ['clock', 'low_space', 'backup_none', 'backup_old'] as const
export type Reminder = (typeof REMINDERS)[number]

const GB = 1024 ** 3
const DAY_MS = 86_400_000
/** Less than this is little on any disk; a twentieth of one is little where it is not plenty all the same. */
const LITTLE = GB
const PLENTY = 10 * GB
/** How many days a backup may be old. */
export const BACKUP_DAYS = 7

/** Which of these there is to see to. */
export function remindersOf({ clock, free, total, backup }: Circumstances, now: number): Reminder[] {
  const holds: Record<Reminder, boolean> = {
    clock,
    low_space: free < LITTLE || (free * 20 < total && free < PLENTY),
    backup_none: backup === null,
    backup_old: backup !== null && now - backup > BACKUP_DAYS * DAY_MS,
  }
  return REMINDERS.filter((one) => holds[one])
}

/** "12.3 GB", "0.4 GB"; rounded down, so that it never says more than there is. */
export function gigabytes(bytes: number): string {
  return `${(Math.floor((bytes / GB) * 10) / 10).toFixed(1)} GB`
}

import type { Settings } from '../office/settings'
import { isPowerful, type Powers } from './three-hands'

/** Whether the office demands a second factor of an account. */
export function demandsCode(decided: Settings['sign_in.second_factor'], account: Powers): boolean {
  return decided === 'all' || (decided === 'powerful' && isPowerful(account))
}

/** Recovery codes: how many are handed out at once, and how one is written. */
export const RECOVERY_CODES = 10

/** What was typed as a code, without the blanks and strokes that people put into it, nor full-width digits. */
export function codeTyped(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
}

/** Whether it has the form of a phone's code; otherwise it is taken for a recovery code. */
export function isPhoneCode(code: string): boolean {
  return /^\d{6}$/.test(code)
}

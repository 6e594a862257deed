/*
 * A spreadsheet takes a cell that begins with one of these for a formula. Such a text is written with one more
 * apostrophe in front and read back with one fewer; apostrophes already there are counted in, so nothing is lost.
 */
const FORMULA = /^'*[=+\-@\t＝＋－＠]/

/** The cell under which a text is written. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text behind a cell; undoes `guard`. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

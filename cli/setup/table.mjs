/** Chinese characters and full-width signs take two columns of a terminal. @param {string} text */
export function width(text) {
  return [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign)
        ? 2
        : 1),
    0,
  )
}

/** Rows as aligned columns. @param {string[][]} rows */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    cell + ' '.repeat((widths[column] ?? 0) - width(cell))
  return rows.map((row) => `  ${row.map(pad).join('  ').trimEnd()}`).join('\n')
}

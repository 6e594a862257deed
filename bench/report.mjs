import { PAGES } from './pages.mjs'

/** @typedef {Record<string, any> & { name: string, rate: number }} Result */

/** @param {[string, string, number, string]} row what, of which size, its value, what is aimed at */
const ratioLine = ([what, size, value, aim]) =>
  `${what.padEnd(38)}${size.padStart(18)}${value.toFixed(2).padStart(9)}   aim ${aim}`

/** @param {readonly Result[]} results */
const finder = (results) => (/** @type {string} */ name) => results.find((r) => r.name === name)

/** @param {readonly Result[]} results */
function table(results) {
  const line = (/** @type {Result} */ { name, rate, p50, p97, p99, cost, memory, errors, loop }) =>
    `${name.padEnd(38)}${[rate, p50, p97, p99, cost, memory, loop?.most].map((n) => (n ? n.toFixed(n < 10 ? 1 : 0) : '–').padStart(9)).join('')}${errors ? `   ${errors} errors` : ''}`
  const heads = ['requests/s', 'p50 ms', 'p97.5 ms', 'p99 ms', 'cost ms', 'MiB', 'held ms']
  return [
    `${''.padEnd(37)}${heads.map((head) => head.padStart(head.length > 9 ? 10 : 9)).join('')}`,
    ...results.map(line),
    '',
  ]
}

/** @typedef {{ small: string, large: string }} Sizes their names */

/**
 * What a page and a submission cost at the larger size as parts of what they cost at the small one: in processor time where
 * the system tells it, else by how many were answered.
 */
function growthLines(/** @type {readonly Result[]} */ results, /** @type {Sizes} */ { small, large }) {
  const of = finder(results)
  return [...PAGES.map(({ name }) => name), 'submit, 57 clients'].flatMap((what) => {
    const [few, many] = [of(`${what}, ${small}`), of(`${what}, ${large}`)]
    if (!few || !many) return []
    const ratio = few.cost && many.cost ? many.cost / few.cost : few.rate / many.rate
    return [ratioLine([`cost of ${what}`, `${large} / ${small}`, ratio, '≤ 1.20'])]
  })
}

/** The sizes against each other. @param {readonly Result[]} results @param {Sizes} sizes */
export function growth(results, sizes) {
  return [...table(results), ...growthLines(results, sizes), ''].join('\n')
}

/** The measurements as a table, and the ratios that the product aims at. @param {readonly Result[]} results @param {Sizes} sizes */
export function report(results, sizes) {
  const of = (/** @type {string} */ name) => /** @type {Result} */ (finder(results)(name))
  const page = of('floor: bare Next page')
  const route = of('floor: bare Next route, 57 clients')
  const ratios = [sizes.small, sizes.large].flatMap((n) => [
    ['ranking / bare Next page', n, of(`ranking page, ${n}`).rate / page.rate, '≥ 0.40'],
    ['inbox / bare Next page', n, of(`inbox page, ${n}`).rate / page.rate, '≥ 0.33'],
    ['search / bare Next page', n, of(`inbox search, ${n}`).rate / page.rate, '≥ 0.33'],
    ['p99 of submit / bare Next route', n, of(`submit, 57 clients, ${n}`).p99 / route.p99, '≤ 2.00'],
    [
      'memory of the server, MiB',
      n,
      Math.max(...results.filter((r) => r.name.endsWith(`, ${n}`)).map((r) => r.memory)),
      '< 300',
    ],
  ])
  const submits = [sizes.small, sizes.large].flatMap((n) => {
    const submit = of(`submit, 57 clients, ${n}`)
    return [
      ['submit / bare Next route, rate', n, submit.rate / route.rate, '≥ 0.40'],
      ['event loop held, p99 ms', n, submit.loop.p99, '≤ 50'],
      ['newcomers p99 ms', n, submit.newcomers.p99, ''],
      ['newcomers never answered', n, submit.newcomers.unanswered, '0'],
      ['least answered client / mean', n, submit.least, '≥ 0.50'],
    ]
  })
  const lines = /** @type {[string, string, number, string][]} */ ([...ratios, ...submits]).map(ratioLine)
  return [...table(results), ...lines, ...growthLines(results, sizes), ''].join('\n')
}

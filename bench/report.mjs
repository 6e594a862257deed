import { PAGES } from './pages.mjs'

/** The measurements as a table, and the ratios that the product aims at. */
export function report(results, large) {
  const line = ({ name, rate, p50, p99, memory, errors }) =>
    `${name.padEnd(38)}${rate.toFixed(0).padStart(9)}${p50.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}${memory ? memory.toFixed(0).padStart(9) : '        –'}${errors ? `   ${errors} errors` : ''}`
  const of = (name) => results.find((r) => r.name === name)
  const page = of('floor: bare Next page')
  const route = of('floor: bare Next route, 57 clients')
  const ratios = [1386, large].flatMap((n) => [
    ['ranking / bare Next page', `${n}`, of(`ranking page, ${n}`).rate / page.rate, '≥ 0.40'],
    ['inbox / bare Next page', `${n}`, of(`inbox page, ${n}`).rate / page.rate, '≥ 0.33'],
    ['search / bare Next page', `${n}`, of(`inbox search, ${n}`).rate / page.rate, '≥ 0.33'],
    ['p99 of submit / bare Next route', `${n}`, of(`submit, 57 clients, ${n}`).p99 / route.p99, '≤ 2.00'],
    [
      'memory of the server, MiB',
      `${n}`,
      Math.max(...results.filter((r) => r.name.endsWith(`, ${n}`)).map((r) => r.memory)),
      '< 300',
    ],
  ])
  const submits = [1386, large].flatMap((n) => {
    const submit = of(`submit, 57 clients, ${n}`)
    return [
      ['submit / bare Next route, rate', `${n}`, submit.rate / route.rate, '≥ 0.40'],
      ['event loop held, p99 ms', `${n}`, submit.loop.p99, '≤ 50'],
      ['newcomers p99 ms', `${n}`, submit.newcomers.p99, ''],
      ['newcomers never answered', `${n}`, submit.newcomers.unanswered, '0'],
      ['least answered client / mean', `${n}`, submit.least, '≥ 0.50'],
    ]
  })
  const growth = [...PAGES.map(({ name }) => name), 'submit, 57 clients'].map((what) => [
    `cost of ${what}`,
    `${large} / 1386`,
    of(`${what}, 1386`).rate / of(`${what}, ${large}`).rate,
    '≤ 1.20',
  ])
  const ratioLine = ([what, size, value, aim]) =>
    `${what.padEnd(38)}${size.padStart(18)}${value.toFixed(2).padStart(9)}   aim ${aim}`
  return [
    `${''.padEnd(38)}${['requests/s', 'p50 ms', 'p99 ms', 'MiB'].map((h) => h.padStart(9)).join('')}`,
    ...results.map(line),
    '',
    ...[...ratios, ...submits, ...growth].map(ratioLine),
    '',
  ].join('\n')
}

/**
 * @typedef {{ clerks: string[], editor: string, reader: string, auditor: string, item: string, unit: string, publication: string }} Prepared
 *   cookies, and what there is to look at
 */

const words = (/** @type {string} */ text) => `/desk?state=all&text=${encodeURIComponent(text)}`

/**
 * The pages that are measured, with who reads them; of a search how many items its first page must show.
 * @type {readonly { name: string, path: string | ((at: Prepared) => string), who: 'clerk' | 'editor' | 'reader' | 'auditor', hits?: number }[]}
 */
export const PAGES = [
  { name: 'ranking page', path: '/ranking/2020Q3', who: 'reader' },
  { name: 'ranking of a year', path: '/ranking/2020Q3?span=year', who: 'reader' },
  { name: 'list behind a figure', path: '/ranking/2020Q3/list?f=district', who: 'reader' },
  { name: 'list of all items', path: '/ranking/2020Q3/list?f=items', who: 'reader' },
  { name: "list of a unit's points", path: ({ unit }) => `/ranking/2020Q3/list?f=points&u=${unit}`, who: 'reader' },
  { name: 'notice', path: '/notices/2020Q3', who: 'reader' },
  { name: 'home of a unit', path: '/', who: 'clerk' },
  { name: 'home of an editor', path: '/', who: 'editor' },
  { name: 'home of leadership', path: '/', who: 'reader' },
  { name: 'items of a unit', path: '/items', who: 'clerk' },
  { name: 'inbox page', path: '/desk', who: 'editor' },
  { name: 'inbox, ungraded', path: '/desk?state=ungraded', who: 'editor' },
  { name: 'inbox, graded', path: '/desk?state=graded', who: 'editor' },
  { name: 'inbox, a quarter', path: '/desk?quarter=2020Q3', who: 'editor' },
  { name: 'inbox, a unit', path: ({ unit }) => `/desk?unit=${unit}`, who: 'editor' },
  { name: 'inbox, a category', path: '/desk?category=town', who: 'editor' },
  { name: 'inbox, a kind', path: '/desk?kind=city_full', who: 'editor' },
  { name: 'inbox, a publication', path: `/desk?publication=${encodeURIComponent('信息')}`, who: 'editor' },
  { name: 'inbox search', path: words('推进'), who: 'editor', hits: 30 },
  { name: 'search, one character', path: words('推'), who: 'editor', hits: 30 },
  { name: 'item at the desk', path: ({ item }) => `/desk/${item}`, who: 'editor' },
  { name: 'edited texts', path: '/texts', who: 'editor' },
  { name: 'editions', path: ({ publication }) => `/publications/${publication}`, who: 'editor' },
  { name: 'audit', path: '/audit', who: 'auditor' },
]

/** @param {(typeof PAGES)[number]} page @param {Prepared} at */
export const addressOf = ({ path }, at) => (typeof path === 'string' ? path : path(at))

/** @param {(typeof PAGES)[number]} page @param {Prepared} at */
export const cookieOf = ({ who }, at) => (who === 'clerk' ? String(at.clerks[0]) : at[who])

const words = (/** @type {string} */ text) => `/desk?state=all&text=${encodeURIComponent(text)}`

/**
 * The pages that are measured, with who reads them; of a search how many items its first page must show.
 * @type {readonly { name: string, path: string, who: 'clerk' | 'editor' | 'reader' | 'auditor', hits?: number }[]}
 */
export const PAGES = [
  { name: 'ranking page', path: '/ranking/2020Q3', who: 'reader' },
  { name: 'list behind a figure', path: '/ranking/2020Q3/list?f=district', who: 'reader' },
  { name: 'notice', path: '/notices/2020Q3', who: 'reader' },
  { name: 'home of a unit', path: '/', who: 'clerk' },
  { name: 'items of a unit', path: '/items', who: 'clerk' },
  { name: 'inbox page', path: '/desk', who: 'editor' },
  { name: 'inbox, ungraded', path: '/desk?state=ungraded', who: 'editor' },
  { name: 'inbox search', path: words('推进'), who: 'editor', hits: 30 },
  { name: 'search, one character', path: words('推'), who: 'editor', hits: 30 },
  { name: 'edited texts', path: '/texts', who: 'editor' },
  { name: 'audit', path: '/audit', who: 'auditor' },
]

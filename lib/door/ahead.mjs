/** How quickly the pace follows what is measured: the last few dozen answers count. */
const SMOOTH = 32

/**
 * How long a newcomer would wait: how many are inside, at the pace at which they are answered of late. The pace is measured
 * only while somebody else waits, since between two lone requests nobody works.
 */
export function meter() {
  let inside = 0
  let each = 1 // milliseconds from one answer to the next
  let last = 0
  return {
    /** @param {number} now in milliseconds */
    enter(now) {
      if (inside++ === 0) last = now
    },
    /** @param {number} now */
    leave(now) {
      each += (now - last - each) / SMOOTH
      last = now
      inside--
    },
    inside: () => inside,
    /** In milliseconds. */
    ahead: () => inside * each,
  }
}

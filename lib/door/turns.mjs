/**
 * How many pages are drawn at once. A page is drawn in one go, by the one thread that there is: of several together none is finished
 * sooner, and all of them hold the event loop in the same turn. On PostgreSQL one is drawn while others wait for their database.
 * @param {NodeJS.ProcessEnv} env DATABASE_URL
 */
export const atOnceOn = (env) => (/^postgres/.test(env.DATABASE_URL ?? '') ? 3 : 1)

/** A turn that is not given back by then is passed on all the same: its page waits for something else, such as the printing of a file. */
const LONGEST_TURN_MS = 100

/** Work by turns, of which `atOnce` are given at a time; who came first goes first. @param {number} atOnce */
export function turns(atOnce, longestMs = LONGEST_TURN_MS) {
  /** @type {(() => void)[]} */
  const waiting = []
  let taken = 0

  function next() {
    while (taken < atOnce && waiting.length > 0) {
      taken++
      waiting.shift()?.()
    }
  }

  /**
   * Runs the work when its turn has come; the turn ends when the work calls its word, or after a while. One that is given up
   * before (it gives the word to give up) never runs.
   * @param {(done: () => void) => void} work @returns {() => void}
   */
  return (work) => {
    const begin = () => {
      const done = once(() => {
        clearTimeout(late)
        taken--
        // Not in the same turn of the event loop: in between whoever asks for less is answered, and newcomers are let in.
        setImmediate(next)
      })
      const late = setTimeout(done, longestMs)
      work(done)
    }
    waiting.push(begin)
    next()
    return () => {
      const at = waiting.indexOf(begin)
      if (at >= 0) waiting.splice(at, 1)
    }
  }
}

/** @param {() => void} work */
function once(work) {
  let done = false
  return () => {
    if (done) return
    done = true
    work()
  }
}

/** What the door says of a request to those behind it; whatever a client writes there itself is thrown away. */
export const SAID = {
  arrival: 'x-yanxin-arrival',
  address: 'x-yanxin-address',
  number: 'x-yanxin-number',
  ahead: 'x-yanxin-ahead',
  /** How far the clock is off and since when, where it jumped: two numbers with a space between. */
  clock: 'x-yanxin-clock',
}

/**
 * What only this process knows: Next sends an action on to the page that holds it through the door again, and then what
 * was said at first still stands.
 */
export const PROOF = 'x-yanxin-door'

/** What a page tells the door of its answer while it is drawn: the number of its request, and the status. */
export const ANSWERED_AS = 'yanxin:answered-as'

/** What the process tells the door once an administrator has confirmed the time. */
export const CONFIRMED = 'yanxin:clock-confirmed'

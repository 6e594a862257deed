/** What the door says of a request to those behind it; whatever a client writes there itself is thrown away. */
export const SAID = { arrival: 'x-yanxin-arrival', address: 'x-yanxin-address', number: 'x-yanxin-number' }

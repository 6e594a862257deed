declare module 'tiny-inflate' {
  /** Unpacks raw deflate data into bytes that are as many as the unpacked ones. */
  export default function inflate(packed: Uint8Array, into: Uint8Array): Uint8Array
}

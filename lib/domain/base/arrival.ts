/** What a write knows of the request it came with: when it arrived, and the key that makes repeating it harmless. */
export type Arrival = { at: number; key: string | null }

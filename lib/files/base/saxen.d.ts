/** What we use of saxen, which comes without types. */
declare module 'saxen' {
  type Attributes = Record<string, string>

  export class Parser {
    on(event: 'error' | 'attention', told: (what: unknown) => void): this
    on(
      event: 'openTag',
      told: (name: string, attributes: () => Attributes, decode: (text: string) => string) => void,
    ): this
    on(event: 'closeTag', told: (name: string) => void): this
    on(event: 'text' | 'comment', told: (text: string, decode: (text: string) => string) => void): this
    on(event: 'cdata', told: (text: string) => void): this
    parse(xml: string): this
  }
}

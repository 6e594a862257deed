import { brokenLinesOf, textWidthOf } from './breaking'
import type { Block, Notice, Run } from './document'
import { CHARACTERS_A_LINE } from './sheet'

/** A line of 16 pt: where it begins, in characters, and whether it is stretched over what is left of the line. */
export type PaperLine = { runs: Run[]; indent: number; full: boolean }

export type TextKind = Block['kind'] | 'addressees' | 'attachments' | 'signature' | 'date'
/** What is set as lines: a paragraph or a part of one. `hang` is where its further lines begin. */
export type Text = { kind: TextKind; runs: readonly Run[]; lines: PaperLine[]; hang: number; byHand?: Block['byHand'] }

/** From which place on, in characters, a heading that is set in stands in the middle of the line. */
const MIDDLE = 4

/** True for a heading in the middle of the line: 本期要目. */
export function isCentred({ kind, hang }: Pick<Text, 'kind' | 'hang'>): boolean {
  return kind === 'heading' && hang > MIDDLE
}

/** Addressees and paragraphs. */
export function bodyOf({ addressees, blocks }: Notice): Text[] {
  return [
    setText('addressees', [{ text: addressees }], 0, 0),
    ...blocks.map(({ kind, runs, byHand }) => ({ ...setText(kind, runs, 2, 0), ...(byHand && { byHand }) })),
  ]
}

/** 附件说明: after "附件：" the names stand one under the other, as do the lines of one that is long. */
export function listOf({ attachmentList }: Notice): Text[] {
  return attachmentList.map((line, index) => {
    const hang = LIST + textWidthOf(/^\d+\. /.exec(line)?.[0] ?? '')
    const word = index === 0 ? '附件：' : ''
    return setText('attachments', [{ text: word + line }], LIST - textWidthOf(word), hang)
  })
}
const LIST = 5

/**
 * Signature and date. Sealed: the date four characters from the right, the name centred over it. Unsealed: the name two
 * characters from the right and the date two right of where it begins; the longer of them keeps the two (7.3.5).
 */
export function signatureOf({ signature, date, sealed }: Notice): Text[] {
  const [name, day] = [textWidthOf(signature), textWidthOf(date)]
  let at: [name: number, day: number]
  if (sealed) {
    const dayAt = CHARACTERS_A_LINE - 4 - day
    const nameAt = dayAt + day / 2 - name / 2
    // A name too long to be centred there moves both to the left.
    const over = Math.max(0, nameAt + name - CHARACTERS_A_LINE)
    at = [nameAt - over, dayAt - over]
  } else {
    const nameAt = CHARACTERS_A_LINE - 2 - Math.max(name, day + 2)
    at = [nameAt, nameAt + 2]
  }
  return [setLine('signature', signature, at[0]), setLine('date', date, at[1])]
}

/** Blank lines over the signature: under a seal of 42 mm, whose top is within a line of the text, name and date stand low. */
export function aboveSignature({ sealed }: Notice): number {
  return sealed ? 2 : 1
}

function setLine(kind: TextKind, text: string, at: number): Text {
  const indent = Math.max(0, at)
  const runs = [{ text }]
  return { kind, runs, hang: indent, lines: [{ runs, indent, full: false }] }
}

/** A text broken into lines: the first stands in by `indent` characters, the others by `hang`. */
export function setText(kind: TextKind, runs: readonly Run[], indent: number, hang: number): Text {
  const from = (line: number) => (line === 0 ? indent : hang)
  const lines = brokenLinesOf(runs, (line) => CHARACTERS_A_LINE - from(line))
  return {
    kind,
    runs,
    hang,
    lines: lines.map((line, at) => ({ runs: line, indent: from(at), full: at < lines.length - 1 })),
  }
}

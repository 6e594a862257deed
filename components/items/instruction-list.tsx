import type { ReactNode } from 'react'
import { feedbackInWords, type InstructionFacts, instructionInWords } from '@/lib/domain/items/instruction'

type Listed = InstructionFacts & { id: string }

type Props<T extends Listed> = {
  instructions: readonly T[]
  today: string
  /** What can be done with each, where something can. */
  children?: (instruction: T) => ReactNode
}

/** The instructions in force on an item: who, when, the text, and where the feedback stands. */
export function InstructionList<T extends Listed>({ instructions, today, children }: Props<T>) {
  return (
    <ul className="instructions">
      {instructions.map((instruction) => {
        const feedback = feedbackInWords(instruction, today)
        return (
          <li key={instruction.id}>
            <p>{instructionInWords(instruction)}</p>
            {feedback && <p className="blocked">{feedback}</p>}
            {instruction.feedback && <p className="blocked">反馈情况：{instruction.feedback}</p>}
            {children?.(instruction)}
          </li>
        )
      })}
    </ul>
  )
}

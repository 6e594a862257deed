import type { ReactNode } from 'react'
import { List } from '@/components/ui/list'
import { feedbackInWords, type InstructionFacts, instructionInWords } from '@/lib/domain/items/instruction'

type Listed = InstructionFacts & { id: string }

type Props<T extends Listed> = {
  instructions: readonly T[]
  today: string
  /** In a column beside the main one. */
  small?: boolean
  /** What can be done with each, where something can. */
  children?: (instruction: T) => ReactNode
}

/** The instructions in force on an item: who, when, the text, and where the feedback stands. */
export function InstructionList<T extends Listed>({ instructions, today, small, children }: Props<T>) {
  return (
    <List small={small}>
      {instructions.map((instruction) => {
        const feedback = feedbackInWords(instruction, today)
        return (
          <li key={instruction.id}>
            <p>{instructionInWords(instruction)}</p>
            {feedback && <p className="text-sm text-second">{feedback}</p>}
            {instruction.feedback && <p className="text-sm text-second">反馈情况：{instruction.feedback}</p>}
            {children?.(instruction)}
          </li>
        )
      })}
    </List>
  )
}

import { FeedbackForm, InstructionForm, RevokeInstructionForm } from '@/components/items/instruction-forms'
import { InstructionList } from '@/components/items/instruction-list'
import { DuplicateForm, NotUsedForm, ReinstateForm } from '@/components/items/ruling-forms'
import { VerdictNote } from '@/components/items/verdict'
import { verdictOf } from '@/components/items/words'
import { Section } from '@/components/ui/section'
import { newFormKey } from '@/lib/auth/form-key'
import { instructionsOf } from '@/lib/data/items/instructions'
import type { Opened } from '@/lib/data/items/open'
import { repetitionsOf } from '@/lib/data/items/rulings'
import type { Reason } from '@/lib/domain/desk/reason'
import { instructFault } from '@/lib/domain/items/instruction'
import { counts, momentOfItem, step } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { giveFeedback, recordInstruction, reinstate, revokeInstruction, ruleDuplicate, ruleNotUsed } from './actions'

/** 未采用、重复: the verdict on an item, how to rule it, and how to take that back. */
export async function rulings(viewer: Viewer, { item, adoptions, history }: Opened, codes: readonly Reason[]) {
  const repetitions = await repetitionsOf(viewer, item)
  const now = momentOfItem(item, adoptions.length)
  const blocked = {
    notUsed: step('not_used', now).blocked,
    duplicate: step('duplicate', now).blocked,
    reinstate: step('reinstate', now).blocked,
  }
  const of = { userId: viewer.userId, id: item.id, version: item.version }
  const ruled = item.state === 'duplicate' || item.notUsed
  return (
    <Section id="ruling" title="未采用、重复">
      <VerdictNote
        verdict={ruled ? verdictOf(item, history) : null}
        counts={counts(item.state)}
        {...repetitions}
        base="/desk"
        small
      />
      {/* What is not asked now stays, with what it said, and takes no room. */}
      <div className="[&_details]:mb-2">
        <NotUsedForm
          {...of}
          action={ruleNotUsed}
          formKey={newFormKey(viewer)}
          reasons={codes}
          blocked={blocked.notUsed}
        />
        <DuplicateForm
          {...of}
          action={ruleDuplicate}
          formKey={newFormKey(viewer)}
          reasons={codes}
          blocked={blocked.duplicate}
        />
        <ReinstateForm {...of} action={reinstate} formKey={newFormKey(viewer)} blocked={blocked.reinstate} />
      </div>
      {!ruled && blocked.notUsed && <p className="text-sm text-second">{blocked.notUsed}</p>}
    </Section>
  )
}

/** 批示: what leaders wrote on an item, and by when feedback is due and given. */
export async function instructionsSection(viewer: Viewer, { item }: Opened) {
  const given = await instructionsOf(viewer, item.id)
  const today = dayOfInstant(Date.now())
  return (
    <Section id="instructions" title="批示">
      <InstructionList instructions={given} today={today} small>
        {({ id, givenOn, feedbackOn }) => (
          <>
            {feedbackOn === null && (
              <FeedbackForm
                userId={viewer.userId}
                action={giveFeedback}
                formKey={newFormKey(viewer)}
                instructionId={id}
                today={today}
                givenOn={givenOn}
              />
            )}
            <RevokeInstructionForm
              userId={viewer.userId}
              action={revokeInstruction}
              formKey={newFormKey(viewer)}
              instructionId={id}
            />
          </>
        )}
      </InstructionList>
      <div className="mt-4">
        <InstructionForm
          userId={viewer.userId}
          action={recordInstruction}
          formKey={newFormKey(viewer)}
          id={item.id}
          today={today}
          firstDay={dayOfInstant(item.submittedAt ?? Date.now())}
          blocked={instructFault(item.state) ?? undefined}
        />
      </div>
    </Section>
  )
}

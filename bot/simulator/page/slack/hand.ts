import type { Acknowledgement } from '../../slack/delivery.ts'
import { findElement } from '../../slack/finding.ts'
import { valueKey } from '../../slack/form.ts'
import type { Aim, Member } from '../../slack/member.ts'
import type { ModalScreen } from '../../slack/modal-screen.ts'
import type { Block } from '../../slack/surface.ts'

/** A press on something on the page. */
export interface Touch {
  /** `modal`, `home`, or the time stamp of a message. */
  readonly on: string
  readonly block: string
  readonly action: string
}

/** A button that Slack asks about before it is pressed. */
export interface Question extends Touch {
  readonly confirm: Block
}

/** What one person has under way in the workspace and the program does not know of. */
export interface Hand {
  question?: Question | undefined
  /** Complaints of the last submission, by block, and whose modal they are in. */
  errors: { readonly view: string; readonly of: Readonly<Record<string, string>> }
}

export const emptyHand = (): Hand => ({ errors: { view: '', of: {} } })

export const aimOf = ({ on, block }: Touch): Aim => {
  const blockId = block === '' ? {} : { blockId: block }
  if (on === 'modal' || on === 'home') return { in: on, ...blockId }
  return { messageTs: on, ...blockId }
}

/** The element that a touch means, as it stands now. */
export function touched(member: Member, { on, block, action }: Touch): Block | undefined {
  const blocks =
    on === 'modal'
      ? member.modal()?.view.blocks
      : on === 'home'
        ? member.home()?.blocks
        : [...member.messages(), ...member.ephemerals()].find(({ ts }) => ts === on)?.blocks
  return findElement(
    (blocks ?? []).filter(({ block_id }) => block_id === block),
    action,
  )?.element
}

/** Puts what was typed into the modal without telling the program, as Slack does until something is pressed. */
export function keepTyped(modal: ModalScreen | undefined, typed: ReadonlyMap<string, string>): void {
  if (modal === undefined) return
  const { blocks, state } = modal.view
  for (const [block, value] of typed) {
    const element = findElement(
      blocks.filter(({ block_id }) => block_id === block),
      block,
    )?.element
    const kept = state.values[block]?.[element?.action_id ?? '']
    const key = element && valueKey(element)
    if (kept && key) kept[key] = value === '' ? null : value
  }
}

/** @throws Error with the sentence when the program did not answer in time */
export async function answered(acknowledged: Promise<Acknowledgement>, sentence: string): Promise<void> {
  const { isAcknowledged, reason } = await acknowledged
  if (!isAcknowledged && reason !== 'ok') throw new Error(sentence)
}

import { type Acknowledgement, unanswered } from './delivery.ts'
import { findElement, findOption, textOf } from './finding.ts'
import { type Placed, placedElements, surfaceText, valueKey } from './form.ts'
import type { Member } from './member.ts'
import { blockSuggestion, chosen, viewClosed } from './payloads.ts'
import { type Submission, submit } from './submission.ts'
import type { View } from './surface.ts'
import type { MemberWorld } from './viewer.ts'

/** An open modal in front of one person. */
export class ModalScreen {
  readonly id: string
  readonly #member: Member
  readonly #world: MemberWorld

  constructor(id: string, member: Member, world: MemberWorld) {
    this.id = id
    this.#member = member
    this.#world = world
  }

  /** The view as it stands. @throws when the modal is gone */
  get view(): View {
    const view = this.#world.workspace.modals(this.#member.id).find(({ id }) => id === this.id)
    if (!view) throw new Error('this modal is no longer open')
    return view
  }

  get title(): string {
    return this.view.title?.text ?? ''
  }

  /** Everything that can be read in it, line by line. */
  get text(): string {
    return surfaceText(this.view.blocks)
  }

  /** Types into a field or sets a date, found by block id, action id or label. */
  fill(wanted: string | RegExp, value: string): Promise<Acknowledgement> {
    const placed = this.#find(wanted)
    const key = valueKey(placed.element)
    if (!key) throw new Error(`${placed.element.type} cannot be filled`)
    // Typing is no press; whoever counts presses counts clicks.
    const before = this.#member.presses
    const told = this.#member.touch({ view: this.view }, placed, { [key]: value })
    this.#member.presses = before
    return told
  }

  /** Ticks boxes, by text or value, one press each. */
  async check(wanted: string | RegExp, ...options: string[]): Promise<Acknowledgement> {
    return this.#tick(wanted, options, (already, option) => [...already, option])
  }

  /** Takes ticks away, one press each. */
  async uncheck(wanted: string | RegExp, ...options: string[]): Promise<Acknowledgement> {
    return this.#tick(wanted, options, (already, option) => already.filter((one) => one.value !== option.value))
  }

  /** Picks an option of a menu or radio group. */
  choose(wanted: string | RegExp, option: string): Promise<Acknowledgement> {
    return this.#member.choose(wanted, option, { in: 'modal' })
  }

  click(wanted: string | RegExp, { confirm = true }: { confirm?: boolean } = {}): Promise<Acknowledgement> {
    return this.#member.click(wanted, { in: 'modal', confirm })
  }

  /** What an external menu offers for what was typed. */
  async suggestions(wanted: string | RegExp, typed: string): Promise<Acknowledgement> {
    const payload = blockSuggestion(this.#member.person, this.view, this.#find(wanted), typed)
    return this.#world.dispatcher.send({ kind: 'suggestion', payload })
  }

  /** Presses the submit button; tells what became of the modal. */
  submit(): Promise<Submission> {
    this.#member.presses += 1
    return submit(this.view, this.#member.person, this.#world)
  }

  /** Presses close or the cross. */
  async close(): Promise<Acknowledgement> {
    this.#member.presses += 1
    const { view } = this
    const stack = this.#world.workspace.modals(this.#member.id)
    stack.splice(view.clear_on_close ? 0 : stack.indexOf(view))
    this.#world.workspace.changes.notify()
    if (!view.notify_on_close) return unanswered('ok')
    const payload = viewClosed(this.#member.person, view, view.clear_on_close === true)
    return this.#world.dispatcher.send({ kind: 'interaction', payload })
  }

  #find(wanted: string | RegExp): Placed {
    const placed = findElement(this.view.blocks, wanted)
    const names = placedElements(this.view.blocks).map(({ block, element }) => textOf(block.label) ?? element.action_id)
    if (!placed) throw new Error(`the modal has no ${wanted}; it has ${names.join(', ')}`)
    return placed
  }

  async #tick(
    wanted: string | RegExp,
    options: readonly string[],
    change: (already: Record<string, unknown>[], option: Record<string, unknown>) => Record<string, unknown>[],
  ): Promise<Acknowledgement> {
    let last = unanswered('ok')
    for (const option of options) {
      const placed = this.#find(wanted)
      const { block, element } = placed
      const state = this.view.state.values[block.block_id ?? '']?.[element.action_id ?? '']
      const already = Array.isArray(state?.selected_options) ? state.selected_options : []
      const selected = change(already, findOption(element, option))
      last = await this.#member.touch({ view: this.view }, placed, chosen(element, selected))
    }
    return last
  }
}

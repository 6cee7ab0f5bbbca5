import type { Case } from '../../core/case/case.ts'
import { talkOf } from '../../core/case/decide-talk.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { cleanLines } from '../../core/form/typed-text.ts'
import type { Drafts } from '../../core/handling/drafts.ts'
import { replyWords } from '../dialogue/canned-words.ts'
import type { Action, Form } from './case-forms.ts'
import type { Typed } from './case-view.ts'
import { judgementsIn } from './verdict-form.ts'

/** The two fields of the composer; what stands in one is never taken for the other. */
export const replyField = 'reply-text'
export const noteField = 'note-text'
/** How much had been said when the page was made. */
export const saidField = 'said'

/** The words of a reply as they would leave, or the refusal of a variable without a value. Nothing is cut. */
export const replyIn = (c: Case, typed: Typed): string | Refusal => replyWords(c, typed.get(replyField) ?? '')

const gap: Action['gap'] = ({ c, typed }) => {
  const words = replyIn(c, typed)
  return typeof words === 'string' ? undefined : words
}

/** What its writer had before them: words that were said since are read first. */
function shownWith({ typed, seen }: Form): { readonly said?: number; readonly seen: number } {
  const said = Number(typed.get(saidField) ?? Number.NaN)
  return { seen, ...(Number.isInteger(said) && { said }) }
}

/** Messages of both sides so far. */
export const saidIn = (c: Case): number => talkOf(c).replies + talkOf(c).writings

/** Verdicts that stand in the page are saved along: sending words must not lose them. */
const along = ({ c, typed, seen }: Form) => {
  const verdicts = judgementsIn(typed, c)
  return verdicts.length === 0 ? [] : [[{ type: 'judge', verdicts, seen } as const]]
}

/** What the buttons of the composer do, for verifiers and agents alike. */
export const talkActions: Readonly<Record<string, Action>> = {
  reply: {
    section: 'talk',
    done: 'reply',
    gap,
    commands: (form) => {
      const words = replyIn(form.c, form.typed)
      return [...along(form), [{ type: 'reply', text: typeof words === 'string' ? words : '', ...shownWith(form) }]]
    },
  },
  note: {
    section: 'talk',
    done: 'note',
    commands: (form) => [...along(form), [{ type: 'note', text: cleanLines(form.typed.get(noteField) ?? '') }]],
  },
  'preview-reply': { section: 'talk', done: 'preview', staysOpen: true, gap, commands: () => [] },
  'use-canned': { section: 'talk', done: 'canned', staysOpen: true, commands: () => [] },
}

/** The words of the composer as they stand in a form; a field that the form does not have is left alone. */
export function draftsIn(typed: Typed): Drafts {
  const [reply, note] = [typed.get(replyField), typed.get(noteField)]
  return { ...(reply !== undefined && { reply }), ...(note !== undefined && { note }) }
}

import { z } from 'zod'
import type { Snooze } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { wordsMax } from '../../core/case/decide-talk.ts'
import { type Span, spans } from '../../core/case/snooze.ts'
import { cleanLines } from '../../core/form/typed-text.ts'
import type { ApiScope } from '../../core/handling/api-access.ts'

const reasonMax = 500

const expected = z.int().min(0).max(1_000_000_000).describe('`version` of the case as it was read')
const plainBody = z.strictObject({ expectedVersion: expected })
const words = (most: number) => z.string().min(1).max(most)

interface Given {
  readonly expectedVersion?: number | undefined
  readonly text?: string | undefined
  readonly span?: Span | undefined
  readonly why?: Snooze['why'] | undefined
}

/** A command as the API takes it. */
interface Written {
  readonly scope: ApiScope
  readonly summary: string
  readonly body: z.ZodType<Given>
  command(given: Given): Command
}

const step = (type: 'put-back' | 'approve' | 'send-link' | 'reopen', summary: string): Written => ({
  scope: 'cases:write',
  summary,
  body: plainBody,
  command: ({ expectedVersion }) => ({ type, ...seen(expectedVersion) }),
})

const seen = (version: number | undefined) => (version === undefined ? {} : { seen: version })
const textOf = ({ text }: Given): string => cleanLines(text ?? '')

/** What an agent may do at the desk and a helpdesk may ask for; the rules of the house decide it as there. */
export const writes: Readonly<Record<string, Written>> = {
  take: {
    scope: 'cases:write',
    summary: "Takes it into the hands of this agent; with a reason also out of a colleague's",
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax).optional() }),
    command: (given) => ({
      type: 'take',
      ...(given.text !== undefined && { reason: textOf(given) }),
      ...seen(given.expectedVersion),
    }),
  },
  'put-back': step('put-back', 'Puts it back into the queue'),
  approve: step('approve', 'Records that BSrE approved'),
  'send-link': step('send-link', 'Records that the link was sent'),
  reopen: step('reopen', 'Opens it again, within 14 days of its end'),
  snooze: {
    scope: 'cases:write',
    summary: 'Puts it aside for a while',
    body: z.strictObject({ expectedVersion: expected, span: z.enum(spans), why: z.enum(['bsre', 'later']) }),
    command: ({ span = 'hour', why = 'later', expectedVersion }) => ({
      type: 'snooze',
      span,
      why,
      ...seen(expectedVersion),
    }),
  },
  wake: {
    scope: 'cases:write',
    summary: 'Takes up again what was put aside',
    body: plainBody,
    command: ({ expectedVersion }) => ({ type: 'wake', because: 'asked', ...seen(expectedVersion) }),
  },
  escalate: {
    scope: 'cases:write',
    summary: 'Asks for help, with a reason',
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax) }),
    command: (given) => ({ type: 'escalate', text: textOf(given), ...seen(given.expectedVersion) }),
  },
  'send-back': {
    scope: 'cases:write',
    summary: 'Gives it back to its verifier, with a reason',
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax) }),
    command: (given) => ({ type: 'send-back', text: textOf(given), ...seen(given.expectedVersion) }),
  },
  cancel: {
    scope: 'cases:write',
    summary: 'Cancels it, with a note where there is something to say',
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax).optional() }),
    command: (given) => ({
      type: 'cancel',
      ...(given.text !== undefined && { note: textOf(given) }),
      ...seen(given.expectedVersion),
    }),
  },
  reply: {
    scope: 'cases:talk',
    summary: 'Writes to the requester',
    body: z.strictObject({ expectedVersion: expected.optional(), text: words(wordsMax) }),
    command: (given) => ({ type: 'reply', text: textOf(given), ...seen(given.expectedVersion) }),
  },
  note: {
    scope: 'cases:talk',
    summary: 'Writes a note that only staff reads',
    body: z.strictObject({ expectedVersion: expected.optional(), text: words(wordsMax) }),
    command: (given) => ({ type: 'note', text: textOf(given), ...seen(given.expectedVersion) }),
  },
}

import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { isReasonCode, ownWords } from '../../core/evidence/reason.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { formText } from '../../core/legalise/form.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import { callWords } from '../text/call-words.ts'
import type { DoneCode } from '../text/desk-case.ts'
import { legalStatement } from '../text/legal-statement.ts'
import { agentActions } from './agent-forms.ts'
import type { Section, Typed } from './case-view.ts'
import { certificateActions } from './certificate.tsx'
import { signatureActions } from './form-signature.tsx'
import { plain } from './plain-step.ts'
import { settling } from './settle-form.ts'
import { talkActions } from './talk-forms.ts'
import { verifierTeamActions } from './teamwork-forms.ts'
import { judgementsIn, noteMax, wordsIn } from './verdict-form.ts'

/** What one button of the page does: its commands, in batches that are carried out whole or not at all. */
export interface Action {
  readonly section: Section
  readonly done: DoneCode
  /** Afterwards the page is shown as it was typed, instead of being opened anew. */
  readonly staysOpen?: true
  /** A decision after which the next case is offered. */
  readonly isLast?: true
  commands(form: Form): readonly (readonly Command[])[]
  /** What the form itself lacks before it says anything to core. */
  gap?(form: Pick<Form, 'c' | 'typed'>): Refusal | undefined
}

export interface Form {
  readonly c: Case
  readonly typed: Typed
  readonly seen: number
  readonly ports: Pick<Ports, 'pick' | 'sha256'>
}

const judge = ({ typed, c, seen }: Form): readonly Command[] => [
  { type: 'judge', verdicts: judgementsIn(typed, c), seen },
]
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const verifierActions: Readonly<Record<string, Action>> = {
  claim: { section: 'top', done: 'claim', commands: plain('claim') },
  release: {
    section: 'decide',
    done: 'release',
    commands: (form) => [judge(form), [{ type: 'release', because: 'asked', seen: form.seen }]],
  },
  save: { section: 'items', done: 'save', commands: (form) => [judge(form)] },
  // Verdicts are saved before the decision, so that a refused decision keeps them.
  return: {
    section: 'decide',
    done: 'return',
    isLast: true,
    commands: (form) => [judge(form), [{ type: 'return', seen: form.seen }]],
  },
  legalise: {
    section: 'decide',
    done: 'legalise',
    isLast: true,
    commands: (form) => [judge(form), [legalise(form)]],
  },
  accept: {
    section: 'decide',
    done: 'accept',
    isLast: true,
    commands: (form) => [judge(form), [{ type: 'accept', seen: form.seen }]],
  },
  settle: {
    section: 'decide',
    done: 'settle',
    ...settling,
    commands: (form) => [judge(form), ...settling.commands(form)],
  },
  'legalise-form': { section: 'form', done: 'legalise', isLast: true, commands: (form) => [[legalise(form)]] },
  ...signatureActions,
  'withdraw-legalisation': { section: 'cover', done: 'withdrawn', commands: plain('withdraw-legalisation') },
  ...verifierTeamActions,
  'confirm-revoked': { section: 'revocation', done: 'revoked', isLast: true, commands: plain('confirm-revoked') },
  'ask-reissue': { section: 'revocation', done: 'reissue', commands: plain('ask-reissue') },
  ...certificateActions,
  ...talkActions,
  reject: {
    section: 'reject',
    done: 'reject',
    isLast: true,
    commands: ({ typed, seen }) => {
      const [reason, note] = [typed.get('reject-reason') ?? '', wordsIn(typed, 'reject-note', noteMax)]
      // Without a reason of the list it is one in the verifier's own words, which core then asks for.
      const because = isReasonCode(reason) ? reason : ownWords
      return [[{ type: 'reject', reason: because, seen, ...(note !== '' && { note }) }]]
    },
  },
  'start-call': {
    section: 'identity',
    done: 'start-call',
    staysOpen: true,
    commands: ({ ports, seen }) => [[{ type: 'start-call', words: callWords((below) => ports.pick(below)), seen }]],
  },
  'new-words': {
    section: 'identity',
    done: 'start-call',
    staysOpen: true,
    commands: ({ ports, seen }) => [
      [{ type: 'start-call', words: callWords((below) => ports.pick(below)), isAnew: true, seen }],
    ],
  },
  'confirm-call': {
    section: 'identity',
    done: 'identity',
    staysOpen: true,
    commands: ({ typed, seen }) => {
      const numberFrom = typed.get('number-from') === 'roster' ? 'roster' : 'agency-directory'
      return [[{ type: 'confirm-call', words: typed.get('words') ?? '', numberFrom, seen }]]
    },
  },
  'confirm-meeting': {
    section: 'identity',
    done: 'identity',
    staysOpen: true,
    commands: ({ seen }) => [[{ type: 'confirm-meeting', seen }]],
  },
}

const legalise = ({ c, seen, ports }: Form): Command => ({
  type: 'legalise',
  formSha256: ports.sha256(bytesOf(formText(c))),
  statement: legalStatement.id,
  seen,
})

/** The action of a button; the Enter key compares call words that were typed, else it saves. */
export function actionNamed(role: QueueRole, name: string, typed: Typed): Action | undefined {
  if (role === 'agent') return Object.hasOwn(agentActions, name) ? agentActions[name] : undefined
  const meant = name === 'enter' ? ((typed.get('words') ?? '') === '' ? 'save' : 'confirm-call') : name
  return Object.hasOwn(verifierActions, meant) ? verifierActions[meant] : undefined
}

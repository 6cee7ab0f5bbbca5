import { reasonMax } from './agent-steps.tsx'
import type { Action } from './case-forms.ts'
import { certificateActions } from './certificate.tsx'
import { macroActions } from './macro-forms.ts'
import { plain } from './plain-step.ts'
import { settling } from './settle-form.ts'
import { talkActions } from './talk-forms.ts'
import { agentTeamActions } from './teamwork-forms.ts'
import { wordsIn } from './verdict-form.ts'

/** What the buttons of an agent do, by their names. */
export const agentActions: Readonly<Record<string, Action>> = {
  ...agentTeamActions,
  ...macroActions,
  approve: { section: 'agent', done: 'approve', commands: plain('approve') },
  'send-link': { section: 'agent', done: 'send-link', isLast: true, commands: plain('send-link') },
  ...certificateActions,
  ...talkActions,
  reopen: { section: 'agent', done: 'reopen', commands: plain('reopen') },
  settle: { section: 'agent', done: 'answer', ...settling },
  'send-back': {
    section: 'agent',
    done: 'send-back',
    isLast: true,
    commands: ({ typed, seen }) => [[{ type: 'send-back', text: wordsIn(typed, 'send-back-text', reasonMax), seen }]],
  },
  cancel: {
    section: 'agent',
    done: 'cancel',
    isLast: true,
    commands: ({ typed, seen }) => {
      const note = wordsIn(typed, 'cancel-text', reasonMax)
      return [[{ type: 'cancel', seen, ...(note !== '' && { note }) }]]
    },
  },
}

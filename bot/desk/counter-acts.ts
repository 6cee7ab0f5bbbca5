import { authorise } from '../../core/case/authorise.ts'
import type { Command } from '../../core/case/command.ts'
import { phaseOf } from '../../core/case/status.ts'
import { awaitsReissue, hasDossier } from '../../core/procedure/course.ts'
import type { CounterAct } from '../text/desk-counter.ts'
import type { CounterView } from './counter-case.ts'

type Said = (name: 'reason' | 'day') => string

/** What each button of the counter asks of the case. */
const commands: Readonly<Record<CounterAct, (said: Said, seen: number) => Command>> = {
  'ask-revocation': (_, seen) => ({ type: 'ask-revocation', seen }),
  'plan-revocation': (said, seen) => ({ type: 'plan-revocation', on: said('day') === '' ? null : said('day'), seen }),
  'receive-link': (_, seen) => ({ type: 'receive-link', seen }),
  complete: (_, seen) => ({ type: 'complete', seen }),
  'link-expired': (said, seen) => ({ type: 'report-setback', kind: 'link-expired', text: said('reason'), seen }),
  trouble: (said, seen) => ({ type: 'report-setback', kind: 'trouble', text: said('reason'), seen }),
  'ask-reissue': (_, seen) => ({ type: 'ask-reissue', seen }),
  cancel: (said, seen) => ({ type: 'cancel', ...(said('reason') !== '' && { note: said('reason') }), seen }),
  reopen: (_, seen) => ({ type: 'reopen', seen }),
}

const isAct = (name: string): name is CounterAct => Object.hasOwn(commands, name)

/** The command of a button; undefined when there is no such button. */
export function commandNamed(name: string, said: Said, seen: number): Command | undefined {
  if (name === 'tell') return { type: 'tell' }
  return isAct(name) ? commands[name](said, seen) : undefined
}

/** The steps that may be noted now in the requester's place. */
export const actsNow = ({ c, actor }: Pick<CounterView, 'c' | 'actor'>): readonly CounterAct[] =>
  (Object.keys(commands) as readonly CounterAct[])
    .filter(
      (act) =>
        authorise(
          c,
          commands[act](() => '', c.decision),
          actor,
        ) === undefined,
    )
    .filter((act) => act !== 'ask-reissue' || awaitsReissue(c))
    .filter((act) => act !== 'receive-link' || hasDossier(c))
    // Before anybody at BSrE has seen it, nothing can have worked.
    .filter((act) => act !== 'complete' || ['hand-off', 'action'].includes(phaseOf(c.status)))

import { type RosterLine, rosterFacts } from '../agency/roster.ts'
import type { Case } from '../case/case.ts'
import { subjectOf } from '../identity/subject.ts'
import { ringAbsence } from './absence.ts'
import { tieOf } from './chat-binding.ts'
import { compareEvidence } from './compare-evidence.ts'
import type { Deliver, Delivery } from './deliver.ts'
import { prepareDossier, sendOn } from './dossier.ts'
import { callForHelp } from './escalate.ts'
import { type FetchFile, takeIn } from './evidence.ts'
import { owesCopies } from './evidence-copies.ts'
import { forgetEvidence } from './forget-evidence.ts'
import { tellFormerAgency } from './former-agency.ts'
import { identityWorks, rosterOf } from './identity-work.ts'
import { issueForm } from './issue-form.ts'
import { linkBack } from './link-back.ts'
import { noteWords } from './note-words.ts'
import { Outage } from './outage.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import { pinSigner } from './pin-signer.ts'
import type { Ports } from './ports.ts'
import { rightsWorks } from './rights-work.ts'
import { pinVerifier } from './sign-cover.ts'
import { tellColleague } from './tell-colleague.ts'
import { tellReply, tellRequester } from './tell-requester.ts'
import { owesDigest, tellStaff } from './tell-staff.ts'
import { timers } from './timers.ts'

type Work = (ports: Ports, c: Case, item: OutboxItem) => Promise<Delivery>

/** A roster that cannot be read for a reason of ours counts as silent after so many attempts: no case waits for ever. */
const attemptsMax = 5

/** Looks the case's number up and notes what the roster says; known and unknown numbers leave the same kind of event. */
const consultRoster: Work = async (ports, c, item) => {
  const subject = subjectOf(c)
  const note = async (line: RosterLine | undefined) => {
    const facts = { ...rosterFacts(line, c.answers, c.agency), ...(await tieOf(ports, c)) }
    return perform(ports, c.id, [{ type: 'consult-roster', facts }], 'house')
  }
  try {
    await note(subject && (await rosterOf(ports, subject)))
    return { state: 'sent' }
  } catch (error) {
    if (error instanceof Outage || item.attempts < attemptsMax) throw error
    await note(undefined)
    // Dead all the same, so that operators and whoever holds the case hear of it.
    return { state: 'dead', error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }
  }
}

/** Everything that the house owes to itself, by the kind of its row. */
const works: Readonly<Record<string, Work>> = {
  ...timers,
  ...identityWorks,
  'compare-evidence': compareEvidence,
  'consult-roster': consultRoster,
  'evidence-copies': owesCopies,
  'prepare-dossier': prepareDossier,
  'send-on': sendOn,
  'forget-evidence': forgetEvidence,
  'issue-form': issueForm,
  'note-words': noteWords,
  'pin-signer': pinSigner,
  'pin-verifier': pinVerifier,
  'tell-former-agency': tellFormerAgency,
  'tell-colleague': tellColleague,
  'call-for-help': callForHelp,
  'link-back': linkBack,
  'tell-requester': tellRequester,
  'tell-reply': tellReply,
  'tell-verifiers': (ports, c, item) => tellStaff(ports, 'verifier', c, item),
  'tell-agents': (ports, c, item) => tellStaff(ports, 'agent', c, item),
}

/** Does the work of the `work` lane. */
export const houseWork =
  (ports: Ports, fetchFile: FetchFile): Deliver =>
  async (item) => {
    if (item.kind === 'fetch-evidence') return takeIn(ports, fetchFile, item)
    if (item.kind === 'digest-timer') return owesDigest(ports, item)
    if (item.kind === 'absence') return ringAbsence(ports, item)
    const ofRights = rightsWorks[item.kind]
    if (ofRights !== undefined) return ofRights(ports, item)
    const work = works[item.kind]
    const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
    if (work === undefined || c === undefined) return { state: 'dead', error: `no work for ${item.kind}` }
    return work(ports, c, item)
  }

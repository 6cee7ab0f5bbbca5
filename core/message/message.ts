/** Which sentence a requester is owed besides the panel. */
export type NoticeCode =
  | 'submitted'
  | 'returned'
  | 'new-verifier'
  | 'substitute'
  | 'rejected'
  | 'call-words'
  | 'call-over'
  | 'frozen'
  | 'legalised'
  | 'sent'
  | 'approved'
  | 'link-sent'
  | 'sent-back'
  | 'completed'
  | 'cancelled-by-agent'
  | 'expired'
  | 'expires-soon'
  | 'still-your-turn'
  | 'certificate-ends'
  | 'evidence-refused'
  | 'evidence-held'
  | 'evidence-remarked'
  | 'evidence-moved'
  | 'checked'
  | 'reopened'
  | 'settled'
  | 'form-issued'
  | 'ready-to-revoke'
  | 'revocation-due'
  | 'revocation-asked'
  | 'revoked'
  | 'change-verified'
  | 'reissue-asked'
  | 'asked'
  | 'proved'
  | 'code-wrong'
  | 'code-expired'
  | 'code-used-up'
  | 'code-none'
  | 'code-limit'
  | 'rebound'
  | 'at-counter'
  | 'merged'
  | 'rate'

/** Why a verifier or agent hears of a case apart from the card that shows it. */
export type StaffNoticeCode =
  | 'arrived'
  | 'urgent'
  | 'due-soon'
  | 'overdue'
  | 'unsigned'
  | 'escalated'
  | 'returned-by-bsre'
  | 'resubmitted'
  | 'setback'
  | 'cancelled'
  | 'undelivered'
  | 'loss'
  | 'form-back'
  | 'revoke'
  | 'handed-over'
  | 'substitute'
  | 'no-verifier'
  | 'rebound'
  | 'tell-requester'
  | 'wrote'
  | 'help-wanted'
  | 'assigned'
  | 'relieved'
  | 'woken'
  | 'mailed'

/**
 * What the house owes to people or to itself because of what happened; channels word it when it is delivered.
 * `panel` and `card` show the whole case as it then stands and are edited in place.
 */
export type Message =
  | { readonly to: 'requester'; readonly what: 'panel' }
  | {
      readonly to: 'requester'
      readonly what: 'notice'
      readonly code: NoticeCode
      readonly detail?: Readonly<Record<string, string>>
    }
  /** Reply number `n` of staff; its words are read when it is delivered. */
  | { readonly to: 'requester'; readonly what: 'reply'; readonly n: number }
  /** Ask afresh: what the case owes its requester has changed behind the dialogue's back. */
  | { readonly to: 'requester'; readonly what: 'knock' }
  | { readonly to: 'verifiers'; readonly what: 'card' }
  | { readonly to: 'verifiers'; readonly what: 'notice'; readonly code: StaffNoticeCode }
  | { readonly to: 'agents'; readonly what: 'card' }
  | { readonly to: 'agents'; readonly what: 'notice'; readonly code: StaffNoticeCode }
  | { readonly to: 'contact-center'; readonly what: 'dossier' }
  | { readonly to: 'house'; readonly what: 'fetch-evidence'; readonly fileId: string }
  | {
      readonly to: 'house'
      readonly what: 'consult-roster' | 'prepare-dossier' | 'issue-form' | 'pin-signer' | 'pin-verifier' | 'send-on'
    }
  | { readonly to: 'house'; readonly what: 'send-code' | 'bind-chat' | 'compare-claims' | 'compare-evidence' }
  /** By what the case is found is noted anew. */
  | { readonly to: 'house'; readonly what: 'note-words' }
  /** A verifier's own copies of the evidence come or go. */
  | { readonly to: 'house'; readonly what: 'evidence-copies'; readonly staffId: string }
  /** A look at the clock at `at`: the handler decides by the case as it then stands. */
  | {
      readonly to: 'house'
      readonly what: 'expiry' | 'lease' | 'wake' | 'nudge' | 'revocation-day' | 'forget-evidence' | 'ask-rating'
      readonly at: string
    }
  | { readonly to: 'house'; readonly what: 'expiry-notice'; readonly at: string; readonly endsAt: string }
  /** A word to one member of staff. */
  | { readonly to: 'house'; readonly what: 'tell-colleague'; readonly staffId: string; readonly code: StaffNoticeCode }
  /** Whoever can help hears that its holder is stuck. */
  | { readonly to: 'house'; readonly what: 'call-for-help' }
  /** The other one of two cases that belong together is to say so too. */
  | { readonly to: 'house'; readonly what: 'link-back'; readonly number: string }
  /** The reminders of the target that runs now; the notices before a certificate's end. */
  | { readonly to: 'house'; readonly what: 'remind' }
  | { readonly to: 'house'; readonly what: 'radar' }
  /** The verifiers of the agency that the requester left: a name, a number, and one thing to do. */
  | { readonly to: 'former-agency'; readonly what: 'task' }

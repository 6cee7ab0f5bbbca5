import type { ChatRef } from '../case/actor.ts'
import type { Binding, Proving } from '../identity/binding.ts'
import type { Guessed } from '../identity/code.ts'
import type { Subject } from '../identity/subject.ts'

/** A code that was asked for: whose chat may guess it, for which case, about whom. `key` makes asking twice asking once. */
export interface CodeRequest {
  readonly key: string
  readonly chat: ChatRef
  readonly caseId: string
  readonly subject: Subject
  readonly at: string
}

/** One guess about whom the case claims now; the same `key` again gets the same answer when it was right. */
export interface Guess extends CodeRequest {
  readonly digits: string
}

/**
 * Port: who claims to be whom. Numbers and codes are kept as keyed hashes only, and nothing here knows the roster: a number
 * that nobody has leaves the same rows as one that somebody has.
 */
export interface Identities {
  /** Notes that a code was asked for. @returns false when this chat asked too often today */
  requestCode(request: CodeRequest): Promise<boolean>
  /** Makes these digits the code that was asked for, for ten minutes from now. @returns false when it was used, or asked for about somebody else */
  armCode(code: Pick<Guess, 'key' | 'subject' | 'digits' | 'at'>): Promise<boolean>
  /** Counts the guess and judges it in one statement: of many at once only the first few count. Other chats' codes are none. */
  guess(guess: Guess): Promise<Guessed>
  bind(subject: Subject, proving: Proving): Promise<Binding>
  binding(subject: Subject): Promise<Binding | undefined>
  /** Notes whom a case claims to be about, and whether anything shows it. */
  claim(caseId: string, numbers: readonly Subject[], isProved: boolean): Promise<void>
  /** Open cases of other chats that claim one of the same numbers: proved ones first, so that no crowd hides them, then the oldest. */
  rivalsOf(caseId: string, limit: number): Promise<readonly string[]>
  /** Forgets codes that no longer count, and waits that are over for nobody. @returns how many */
  sweep(at: string): Promise<number>
}

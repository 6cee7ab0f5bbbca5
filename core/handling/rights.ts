import type { ChatRef } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import type { Binding } from '../identity/binding.ts'
import type { Subject } from '../identity/subject.ts'
import type { ErasedCase, Erasure, ErasureDecision, ErasureRequest } from '../privacy/erasure.ts'
import type { KeptCase } from '../privacy/retention.ts'
import type { Access } from './access-log.ts'
import type { OwedRow } from './outbox.ts'

/** Which cases a walk by number is about. */
export interface Walk {
  /** The number of the last case seen; empty to begin. */
  readonly after: string
  readonly limit: number
  /** Only cases that ended before that moment. */
  readonly endedBefore?: string
}

/** Port: what a store does for the rights of the people in it, and for the time after which nothing of them is kept. */
export interface Rights {
  /** The reference of a chat by what its network calls it. */
  chatRef(chatId: string): ChatRef
  /** All cases of a chat, newest first, however long they are over. */
  casesOf(chat: ChatRef): Promise<readonly KeptCase[]>
  keptCase(caseId: string): Promise<KeptCase | undefined>
  walk(walk: Walk): Promise<readonly KeptCase[]>
  /**
   * Drops the key of a case with all that names its person, and links the fact to its chain; its history cannot be read any
   * more and still verifies. @returns false when it was changed or held meanwhile, and nothing happened
   */
  erase(c: Case, erasure: Erasure, owed: readonly OwedRow[]): Promise<boolean>
  /** What is left of an erased case, by its id or number. */
  erased(idOrNumber: string): Promise<ErasedCase | undefined>
  /**
   * Drops a chat with its key, memory, messages and bindings; one that still cools goes back to the chat before, or to
   * none, and cools on. @returns false while it has cases, what came in for it waits, or none is known
   */
  eraseChat(chat: ChatRef): Promise<boolean>
  /** Unties a person from every chat, and forgets whom codes were about; a wait goes on, for nobody. @returns how many rows went */
  eraseSubject(subject: Subject): Promise<number>
  /** Removes a person's line from the roster for good. @returns false when there was none */
  eraseRosterLine(subject: Subject): Promise<boolean>
  /** Keeps a case from any erasure, or no longer with null. @returns false when there is no such case */
  setHold(caseId: string, why: string | null): Promise<boolean>
  /** With them go the prints that they are known by. */
  markFilesErased(caseId: string, at: string): Promise<void>
  /** Chats without case, binding and open request whose last message came before that moment; not who was only just met. */
  silentChats(before: string, limit: number): Promise<readonly ChatRef[]>
  bindingsOf(chat: ChatRef): Promise<readonly Binding[]>
  looksAt(caseId: string): Promise<readonly Access[]>

  /** Opens a request; a chat has one open at a time. @returns the one that is open now */
  askErasure(request: Omit<ErasureRequest, 'decided'>): Promise<ErasureRequest>
  erasureRequest(id: string): Promise<ErasureRequest | undefined>
  /** Requests that nobody has decided, the one due first first. */
  openRequests(): Promise<readonly ErasureRequest[]>
  /** @returns false when it was decided already */
  decideErasure(
    id: string,
    decided: { readonly at: string; readonly by: string; readonly decision: ErasureDecision },
  ): Promise<boolean>

  /** The newest link of a chat replaces its others. */
  saveCopyLink(token: string, chat: ChatRef, expiresAt: string): Promise<void>
  isCopyLinkGood(token: string, at: string): Promise<boolean>
  /** Spends a link, once. @returns whose copy it opens */
  spendCopyLink(token: string, at: string): Promise<ChatRef | undefined>
  /** Removes links that are over at `at`. @returns how many */
  sweep(at: string): Promise<number>
}

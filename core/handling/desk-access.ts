/** A device that somebody signed in on. */
export interface DeskSession {
  /** Names it in lists; opens nothing. */
  readonly id: string
  readonly staffId: string
  /** Sent back by every form; compared in constant time. */
  readonly csrf: string
  /** Role and agencies when it began: whoever lost one of them since is signed out. */
  readonly grants: readonly string[]
  /** Browser and system in plain words, at most 60 characters. */
  readonly device: string
  readonly since: string
  /** Exact to some minutes. */
  readonly usedAt: string
  /** When its token was changed last. */
  readonly turnedAt: string
  readonly expiresAt: string
}

/** How somebody wants the desk to be; follows the person, not the device. */
export interface DeskTaste {
  /** Keys of one character do nothing (WCAG 2.2, 2.1.4). */
  readonly areLettersOff: boolean
  /** Undefined: as the device has it. */
  readonly theme: 'light' | 'dark' | undefined
}

export const plainTaste: DeskTaste = { areLettersOff: false, theme: undefined }

/** Lists of sessions never hold more. */
export const sessionsMax = 50

/** What a one-time link lets in: one signed copy of one form of one case, and nothing out. */
export interface FormLink {
  readonly caseId: string
  /** Of the form as it was issued. */
  readonly formSha256: string
  /** When it was issued: one that was withdrawn has no links any more, also when the same bytes are issued anew. */
  readonly issuedAt: string
}

/** Port: one-time links and signed-in devices of the desk; tokens are kept only as keyed hashes. */
export interface DeskAccess {
  saveLink(token: string, staffId: string, expiresAt: string): Promise<void>
  /** Spends a link, once. @returns whose it was; undefined when unknown, spent or expired */
  spendLink(token: string, at: string): Promise<string | undefined>
  /** True while a link can still be spent; spends nothing. */
  isLinkGood(token: string, at: string): Promise<boolean>
  saveFormLink(token: string, link: FormLink, expiresAt: string): Promise<void>
  /** What a link of a form is for, while it can still be spent; spends nothing. */
  formLink(token: string, at: string): Promise<FormLink | undefined>
  /** Spends a link of a form, once. @returns false when it was unknown, spent or expired */
  spendFormLink(token: string, at: string): Promise<boolean>
  saveSession(token: string, session: DeskSession): Promise<void>
  /** By its token, or for a while by the token before it. */
  session(token: string, at: string): Promise<DeskSession | undefined>
  /** Gives a session another token; the one before opens it until `overlapUntil`. @returns false when another request was first */
  turnSession(token: string, next: string, at: string, overlapUntil: string): Promise<boolean>
  noteUse(sessionId: string, at: string): Promise<void>
  /** What these people are signed in on, the latest used first, at most `sessionsMax`. */
  sessionsOf(staffIds: readonly string[], at: string): Promise<readonly DeskSession[]>
  endSession(token: string): Promise<void>
  /** Ends one session of somebody. @returns false when there was none */
  endSessionOf(staffId: string, sessionId: string): Promise<boolean>
  /** Ends all of somebody's sessions but `exceptId`. @returns how many */
  endSessionsOf(staffId: string, exceptId?: string): Promise<number>
  /** Ends all of somebody's sessions and unspent links. @returns how many sessions */
  shutOut(staffId: string): Promise<number>
  taste(staffId: string): Promise<DeskTaste>
  saveTaste(staffId: string, taste: DeskTaste): Promise<void>
  /** Removes the links and sessions that are over at `at`. @returns how many there were */
  sweep(at: string): Promise<number>
}

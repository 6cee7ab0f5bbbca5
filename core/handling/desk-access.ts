export interface DeskSession {
  readonly staffId: string
  /** Sent back by every form; compared in constant time. */
  readonly csrf: string
  readonly expiresAt: string
}

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
  session(token: string, at: string): Promise<DeskSession | undefined>
  endSession(token: string): Promise<void>
  /** Removes the links and sessions that are over at `at`. @returns how many there were */
  sweep(at: string): Promise<number>
}

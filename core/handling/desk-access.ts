export interface DeskSession {
  readonly staffId: string
  /** Sent back by every form; compared in constant time. */
  readonly csrf: string
  readonly expiresAt: string
}

/** Port: one-time links and signed-in devices of the desk; tokens are kept only as keyed hashes. */
export interface DeskAccess {
  saveLink(token: string, staffId: string, expiresAt: string): Promise<void>
  /** Spends a link, once. @returns whose it was; undefined when unknown, spent or expired */
  spendLink(token: string, at: string): Promise<string | undefined>
  /** True while a link can still be spent; spends nothing. */
  isLinkGood(token: string, at: string): Promise<boolean>
  saveSession(token: string, session: DeskSession): Promise<void>
  session(token: string, at: string): Promise<DeskSession | undefined>
  endSession(token: string): Promise<void>
  /** Removes the links and sessions that are over at `at`. @returns how many there were */
  sweep(at: string): Promise<number>
}

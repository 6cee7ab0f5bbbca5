/** As whom somebody signs: an agency's forms, or the dossiers that they legalise. */
export type SignerRole = 'person-in-charge' | 'verifier'

/** Somebody whose certificates are pinned: an officer by NIP, a verifier by the id of their entry. */
export interface PinnedPerson {
  readonly role: SignerRole
  readonly person: string
}

/** A certificate that counts as somebody's since a person confirmed its use; never changed, never taken back. */
export interface SignerPin extends PinnedPerson {
  readonly agency: string
  /** SHA-256 of the whole certificate, in hexadecimal. */
  readonly certSha256: string
  readonly commonName: string
  /** The verifier who confirmed it, by the id of their entry, and in which case. */
  readonly by: string
  readonly caseId: string
  /** ISO 8601, UTC. */
  readonly at: string
}

import type { PinnedPerson, SignerPin } from '../signature/pin.ts'

/** Port: which certificates were confirmed as whose; append-only. */
export interface SignerPins {
  /** The certificates of one person, oldest first. */
  pinsOf(person: PinnedPerson): Promise<readonly SignerPin[]>
  /** All of an agency, oldest first. */
  pinsIn(agency: string): Promise<readonly SignerPin[]>
  /** Notes one; a certificate that is this person's already stays as it was noted. @returns false when it was */
  pin(pin: SignerPin): Promise<boolean>
}

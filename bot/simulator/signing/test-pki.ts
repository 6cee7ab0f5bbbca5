import { Changes } from '../wire/changes.ts'
import {
  type Identity,
  issued,
  notForProduction,
  restoredIdentity,
  type SavedIdentity,
  savedIdentity,
} from './identity.ts'
import { signPdf } from './sign-pdf.ts'

/** All of it as JSON, so that a restart finds the same certificates. */
export interface PkiSnapshot {
  readonly root: SavedIdentity
  readonly issuing: SavedIdentity
  readonly timestamps: SavedIdentity
  readonly people: readonly SavedIdentity[]
}

/**
 * Certificates that the simulator makes for itself: a root, an authority below it, a clock that stamps, and a certificate
 * for everybody who signs. Every name in it says that it is not for production.
 */
export class TestPki {
  readonly changes = new Changes()
  #root: Identity
  #issuing: Identity
  #timestamps: Identity
  readonly #people = new Map<string, Identity>()

  /** @param at when it is made, ISO 8601 */
  constructor(at: string) {
    this.#root = issued(`Root CA ${notForProduction}`, 'root', at)
    this.#issuing = issued(`CA ${notForProduction}`, 'issuing', at, this.#root)
    this.#timestamps = issued(`TSA ${notForProduction}`, 'timestamps', at, this.#issuing)
  }

  /** The only anchor of this PKI, PEM. */
  get rootPem(): string {
    const lines = this.#root.certificate.toString('base64').match(/.{1,64}/g) ?? []
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  }

  /** A PDF signed in somebody's name at a moment (ISO 8601), proven by a timestamp of this PKI. */
  sign(pdf: Uint8Array, name: string, at: string): Buffer {
    const signer = this.#people.get(name) ?? this.renew(name, at)
    return signPdf(pdf, { signer, chain: [this.#issuing], timestamps: this.#timestamps, at })
  }

  /** Somebody's next certificate: what they sign from now on bears it. */
  renew(name: string, at: string): Identity {
    const identity = issued(name, 'signing', at, this.#issuing)
    this.#people.set(name, identity)
    this.changes.notify()
    return identity
  }

  restore(saved: PkiSnapshot): void {
    this.#root = restoredIdentity(saved.root)
    this.#issuing = restoredIdentity(saved.issuing)
    this.#timestamps = restoredIdentity(saved.timestamps)
    this.#people.clear()
    for (const one of saved.people) this.#people.set(one.commonName, restoredIdentity(one))
    this.changes.notify()
  }

  snapshot(): PkiSnapshot {
    return {
      root: savedIdentity(this.#root),
      issuing: savedIdentity(this.#issuing),
      timestamps: savedIdentity(this.#timestamps),
      people: [...this.#people.values()].map(savedIdentity),
    }
  }
}

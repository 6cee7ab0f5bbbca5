import type { Agency } from '../../core/agency/agency.ts'
import type { RosterFacts } from '../../core/agency/roster.ts'
import { type Actor, type Requester, system, type Verifier } from '../../core/case/actor.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command, ComparedForm } from '../../core/case/command.ts'
import { decide } from '../../core/case/decide.ts'
import type { Event } from '../../core/case/event.ts'
import { evolve } from '../../core/case/evolve.ts'
import { questionsOf } from '../../core/case/question.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import type { FormVerdict } from '../../core/signature/form-verdict.ts'

export const at = '2026-11-23T02:00:00.000Z'
export const diy: Agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'Kepala Dinas', nip: '197001011995031001', title: 'Kepala Dinas Kominfo' },
  slackChannel: 'C0VERIF',
  employmentAccepted: ['pns', 'pppk', 'lainnya'],
}
export const requester: Requester = { role: 'requester', chat: 'chat-1' }
export const sari: Verifier = {
  role: 'verifier',
  id: 'sari',
  name: 'Sari',
  agencies: ['diy'],
  isRequester: false,
  seen: new Set(),
}
export const budi: Verifier = { ...sari, id: 'budi', name: 'Budi' }
export const dewi: Actor = { role: 'agent', id: 'dewi', name: 'Dewi', agencies: ['diy'] }
export { system }

/** A good answer to every field, by its name. */
export const goodAnswers: Readonly<Record<string, string | null>> = {
  signingDeadline: null,
  name: 'Rina Wulandari',
  employment: 'pns',
  nip: '198504122010012005',
  nik: '3404015204850001',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '0812 3456 7890',
  unit: 'Bidang Aplikasi',
  position: null,
  noticedOn: '20-11-2026',
  lossReason: 'phone-lost',
  lostOn: null,
  scannedAt: '21-11-2026 14:00',
  statement: 'stated',
  passwordChangedAt: '21-11-2026 16:00',
  forwarding: 'clean',
  filters: 'clean',
  sessions: 'cleaned',
  recovery: null,
  agency: 'diy',
  trouble: 'Tautan tidak pernah tiba di email dinas saya.',
  registeredBy: 'verifier',
  certificateState: 'new',
  revocationReason: 'retired',
  revocationFor: 'self',
  changeKind: 'transfer',
  signingStops: 'understood',
  formerAgency: 'bantul',
  formerAgencyName: 'Kementerian Contoh RI',
  formerEmail: null,
  newEmail: 'rina.w@jogjaprov.go.id',
  newPhone: '0812 3456 7899',
  identityPart: 'name',
  newName: 'Rina Wulandari Putri',
  newUnit: 'Sekretariat',
  newPosition: 'Pranata Komputer',
  decreeNumber: '824/1/2026',
  decreeDate: '01-11-2026',
  effectiveOn: '01-12-2026',
  changeReason: null,
}

/** The agency that the requester of a change of data came from. */
export const bantul: Agency = { ...diy, code: 'bantul', name: 'Pemkab Bantul', emailDomains: ['bantulkab.go.id'] }

export const consent = { version: '2026-11', textSha256: 'a'.repeat(64) }
export const stored = { sha256: 'b'.repeat(64), type: 'jpeg', pages: 1, sizeBytes: 1000 }

/** A signature of the person in charge, by a certificate that was confirmed as theirs. */
export const verdict: FormVerdict = {
  verdict: 'VALID',
  reasons: [],
  match: 'pinned',
  time: { value: at, source: 'timestamp', tsa: 'TSA UJI' },
  anchorsVersion: '9'.repeat(64),
  signer: { commonName: 'KEPALA DINAS', certSha256: 'ab'.repeat(32) },
  expected: { name: 'Kepala Dinas', nip: '197001011995031001', isActing: false },
}

/** A signed copy of the issued form. */
export const signedForm: ComparedForm = {
  file: { sha256: '2'.repeat(64), type: 'pdf', pages: 1, sizeBytes: 60_000 },
  relation: 'appended',
  differs: [],
  verdict,
}

/** A story told in commands: each goes through decide and evolve; a refusal ends it loudly. */
export class Story {
  readonly events: Event[] = []
  #case: Case
  readonly #answers: Readonly<Record<string, string | null>>

  constructor(
    procedure: ProcedureName = 'reactivation',
    /** Of one agency alone the case is from the start; a change of data knows of another one besides. */
    agencies: readonly Agency[] = [diy],
    answers: Readonly<Record<string, string | null>> = {},
  ) {
    this.#answers = { ...goodAnswers, ...answers }
    const agency = agencies.length === 1 ? (agencies[0]?.code ?? null) : null
    const opened: Event = {
      type: 'opened',
      id: '5f0e3d9c-0000-4000-8000-000000000001',
      number: 'PANDU-2026-000001-X',
      procedure,
      agency,
      language: 'id',
      chat: requester.chat,
      at,
      author: { role: 'requester' },
    }
    this.events.push(opened)
    this.#case = evolve(undefined, opened)
    this.agencies = procedure === 'data-change' && agencies.length === 1 ? [...agencies, bantul] : agencies
  }

  readonly agencies: readonly Agency[]

  get case(): Case {
    return this.#case
  }

  /** Gives a command. @returns the events, or the refusal */
  try(command: Command, actor: Actor = requester, when = at): readonly Event[] | Refusal {
    return decide(this.#case, command, { actor, at: when, agencies: this.agencies })
  }

  /** Gives a command that must be carried out. */
  when(command: Command, actor: Actor = requester, when = at): this {
    const outcome = this.try(command, actor, when)
    if (isRefusal(outcome)) throw new Error(`${command.type} was refused: ${outcome.refused}`)
    for (const event of outcome) {
      this.events.push(event)
      this.#case = evolve(this.#case, event)
    }
    return this
  }

  /** Answers everything that is asked, with one good file for every evidence. */
  filled(): this {
    for (;;) {
      const question = questionsOf(this.#case).find(({ key, field }) =>
        field === null ? !this.#case.finished.includes(key) : !(key in this.#case.answers),
      )
      if (question === undefined) return this
      if (question.field === null) this.attached(question.key)
      else if (question.key === 'devices')
        this.when({ type: 'answer', item: 'devices', said: [{ kind: 'computer', name: 'Laptop' }] })
      else this.when({ type: 'answer', item: question.key, said: this.#answers[question.name] ?? null })
    }
  }

  /** One stored file for an item, and "that is all". */
  attached(item: string, sha256 = `${item.length}`.padStart(64, 'c')): this {
    const id = `file-${item}-${this.#case.revision}`
    this.when({ type: 'attach', item, file: { id, name: 'foto.jpg', sizeBytes: 1000, source: 'tg' } })
    this.when({ type: 'store-evidence', fileId: id, stored: { ...stored, sha256 }, remarks: [] }, system)
    return this.when({ type: 'finish-evidence', item })
  }

  submitted(): this {
    return this.filled().when({ type: 'submit', consent })
  }

  /** The roster asked, which knows this person by all that they said. */
  consulted(facts: RosterFacts = { isKnown: true, differs: [], hasPhone: true }): this {
    return this.when({ type: 'consult-roster', facts }, system)
  }

  claimed(verifier: Verifier = sari): this {
    return this.submitted().consulted().when({ type: 'claim' }, verifier)
  }

  /** Every item judged as good but those named. */
  judged(failing: readonly string[] = [], verifier: Verifier = sari): this {
    const verdicts = questionsOf(this.#case).map(({ key }) =>
      failing.includes(key) ? ({ item: key, ok: false, reason: 'R16' } as const) : { item: key, ok: true },
    )
    return this.when({ type: 'judge', verdicts }, verifier)
  }

  /** The verifier who has opened every file. */
  seen(verifier: Verifier = sari): Verifier {
    const files = Object.values(this.#case.evidence).flat()
    return {
      ...verifier,
      seen: new Set(files.flatMap((file) => (file.stored === undefined ? [] : [file.stored.sha256]))),
    }
  }

  legalised(): this {
    this.claimed().judged().when({ type: 'confirm-meeting' }, sari)
    return this.when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, this.seen())
  }

  /** Every part found right, by whoever has opened every file. */
  accepted(): this {
    this.claimed().judged().when({ type: 'confirm-meeting' }, sari)
    return this.when({ type: 'accept' }, this.seen())
  }

  /** The form made, signed and back. */
  signed(): this {
    this.when({ type: 'issue-form', formSha256: '1'.repeat(64) }, system)
    return this.when({ type: 'attach-signed-form', form: signedForm }, sari)
  }

  /** A change of data on its way to the requester's own press. */
  readyToRevoke(): this {
    const seen = this.accepted().signed().seen()
    const all = { ...seen, seen: new Set([...seen.seen, signedForm.file.sha256]) }
    return this.when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, all).when(
      { type: 'prepare', dossierSha256: 'd'.repeat(64) },
      system,
    )
  }

  sent(): this {
    return this.legalised()
      .when({ type: 'prepare', dossierSha256: 'd'.repeat(64) }, system)
      .when({ type: 'send', channels: ['desk'] }, system)
  }
}

import { PDFDocument, type PDFForm } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { editedPdf } from '../../bot/simulator/signing/sign-pdf.ts'
import { TestPki } from '../../bot/simulator/signing/test-pki.ts'
import type { Agency } from '../../core/agency/agency.ts'
import type { Signatures } from '../../core/handling/signatures.ts'
import { compareSignedForm } from '../../core/handling/signed-form.ts'
import { anchorsOf } from '../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../core/lab/signature/verify-pdf.ts'
import { diy } from '../case/given.ts'
import { caseIn, issued, issuedBytes } from '../desk/change-fixture.ts'
import { changedCopy, pki, signedCopy, stampedCopy, testSignatures, touchedCopy } from '../desk/signed-pdf.ts'
import { signPdf } from '../signature/pki/sign-pdf.ts'
import { world as others } from '../signature/pki/world.ts'

const now = () => new Date().toISOString()
let world: Awaited<ReturnType<typeof issued>>['world']
let form: Uint8Array

beforeAll(async () => {
  ;({ world } = await issued())
  form = await issuedBytes(world)
})

/** What becomes of a file, with the real verifier and what else is as given. */
const outcome = async (
  bytes: Uint8Array,
  more: { readonly agency?: Partial<Agency>; readonly hasAnchors?: false } = {},
) => {
  const anchors = anchorsOf([pki.rootPem, others.anchor.certificate])
  const signatures: Signatures = {
    hasAnchors: more.hasAnchors ?? true,
    verifyPdf: async (file) => verifyPdf(file, { anchors, crls: [], at: now() }),
  }
  const agencies = [{ ...diy, ...more.agency }]
  return compareSignedForm({ ...world.ports, signatures, agencies }, await caseIn(world), bytes)
}

describe('a file that is said to be the signed form', () => {
  it('signed by the person in charge is in order, with who, when and against what', async () => {
    const found = await outcome(await signedCopy(form, 'KEPALA DINAS, S.Kom.'))
    expect(found).toMatchObject({
      form: {
        relation: 'appended',
        differs: [],
        verdict: {
          verdict: 'VALID',
          reasons: ['REVOCATION_UNKNOWN'],
          match: 'first',
          time: { source: 'timestamp' },
          signer: { commonName: 'KEPALA DINAS, S.Kom.' },
          expected: { name: 'Kepala Dinas', nip: diy.personInCharge.nip, isActing: false },
          anchorsVersion: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    })
  })

  it('with something drawn on it before it was signed goes to a person', async () => {
    expect(await outcome(await stampedCopy(form))).toMatchObject({
      form: { verdict: { verdict: 'NEEDS_REVIEW', reasons: ['ADDED_STAMP', 'REVOCATION_UNKNOWN'] } },
    })
  })

  it('is read as it was signed: what somebody appended afterwards breaks it, and is not taken for its content', async () => {
    const edited = editedPdf(await signedCopy(form), 'pandu.new.email', 'lain@jogjaprov.go.id')
    expect(await outcome(edited)).toEqual({
      refused: 'signature-invalid',
      detail: { reason: 'MODIFIED_AFTER_SIGNING' },
    })
    expect(await outcome(edited, { hasAnchors: false })).toMatchObject({ refused: 'signature-invalid' })
  })

  it('edited by somebody who signed it again is broken, however good the last signature is', async () => {
    const edited = editedPdf(await signedCopy(form), 'pandu.new.email', 'lain@jogjaprov.go.id')
    expect(await outcome(alsoSigned(edited))).toMatchObject({ refused: 'signature-invalid' })
  })

  it('changed before it was signed is another form, whoever signed it', async () => {
    expect(await outcome(await changedCopy(form, 'pandu.new.email', 'lain@jogjaprov.go.id'))).toEqual({
      refused: 'other-form',
      detail: { fields: 'pandu.new.email' },
    })
  })

  it('that nobody signed is the form without a signature', async () => {
    expect(await outcome(form)).toEqual({ refused: 'unsigned-form' })
    expect(await outcome(await touchedCopy(form))).toEqual({ refused: 'unsigned-form' })
  })

  it('by a certificate of a root that nobody trusts is refused; without any anchors people decide', async () => {
    const foreign = new TestPki(now()).sign(form, 'Kepala Dinas', now())
    expect(await outcome(foreign)).toEqual({ refused: 'signature-untrusted' })
    expect(await outcome(foreign, { hasAnchors: false })).toMatchObject({
      form: { relation: 'appended', verdict: null },
    })
  })

  it('by the certificate that the operator named is known at once, and by another of that name it is renewed', async () => {
    const signed = await signedCopy(form)
    const certSha256 = (await testSignatures(now).verifyPdf(signed)).signatures[0]?.signer?.certSha256
    const named = (sha256: string | undefined) => ({ personInCharge: { ...diy.personInCharge, certSha256: sha256 } })
    expect(await outcome(signed, { agency: named(certSha256?.toUpperCase()) })).toMatchObject({
      form: { verdict: { verdict: 'VALID', match: 'pinned' } },
    })
    expect(await outcome(signed, { agency: named('0'.repeat(64)) })).toMatchObject({
      form: { verdict: { verdict: 'NEEDS_REVIEW', match: 'renewed' } },
    })
  })

  it('signed visibly in its own box is not stamped', async () => {
    const { signer, chain, tsa } = others
    const visible = signPdf(form, { signer, chain, tsa, at: now(), field: 'TTE_PJ', appearance: 'Ditandatangani' })
    const found = await outcome(visible)
    expect(found).toMatchObject({ form: { relation: 'appended', verdict: { match: 'other' } } })
    expect(found).not.toMatchObject({ form: { verdict: { reasons: expect.arrayContaining(['ADDED_STAMP']) } } })
  })

  it('that its program wrote anew is ours by its fields, its words and its look', async () => {
    expect(await outcome(await signedCopy(await rewritten(() => {})))).toMatchObject({
      form: { relation: 'rewritten', differs: [], verdict: { verdict: 'VALID' } },
    })
    const changed = await rewritten((pdf) => pdf.getTextField('pandu.new.email').setText('lain@jogjaprov.go.id'))
    expect(await outcome(await signedCopy(changed))).toMatchObject({ refused: 'other-form' })
  })

  it('whose fields its program merged into the page is found by its words, and a verifier confirms it', async () => {
    const flat = await rewritten((pdf) => {
      const box = pdf.getField('TTE_PJ')
      for (const field of pdf.getFields()) if (field !== box) field.enableReadOnly()
      pdf.removeField(box)
      pdf.flatten({ updateFieldAppearances: false })
    })
    const signed = signPdf(flat, { ...others, at: now() })
    expect(await outcome(signed)).toMatchObject({ form: { relation: 'flattened', differs: [] } })
  })

  it('signed by somebody else as well counts by the signature of the person in charge', async () => {
    for (const bytes of [alsoSigned(await signedCopy(form)), await signedCopy(alsoSigned(form))])
      expect(await outcome(bytes)).toMatchObject({
        form: { verdict: { verdict: 'VALID', match: 'first', signer: { commonName: 'Kepala Dinas' } } },
      })
    expect(await outcome(alsoSigned(form))).toMatchObject({
      form: {
        verdict: { reasons: expect.arrayContaining(['SIGNER_MISMATCH']), signer: { commonName: 'Bambang Prasetyo' } },
      },
    })
  })
})

/** A file with a signature of somebody who is in charge of nothing, in a field of its own. */
function alsoSigned(bytes: Uint8Array): Uint8Array {
  const { signer, chain, tsa } = others
  return signPdf(bytes, { signer, chain, tsa, at: now(), field: 'Saksi' })
}

/** The form as a program writes it that keeps nothing of the file but what it shows. */
async function rewritten(change: (pdf: PDFForm) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(form, { updateMetadata: false })
  document.setProducer('Aplikasi TTE')
  change(document.getForm())
  return document.save({ updateFieldAppearances: false, useObjectStreams: false, rewrite: true })
}

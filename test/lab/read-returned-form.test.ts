import { readFile } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { readReturnedForm } from '../../core/lab/in-child.ts'
import { signedCopy } from '../desk/signed-pdf.ts'
import { changeSample } from './sample-forms.ts'
import { climbingFieldsPdf, flatFieldsPdf, nestedFieldsPdf, packedObjectsPdf } from './sample-pdfs.ts'

let issued: Uint8Array
beforeAll(async () => {
  issued = await formPdf(changeSample())
})

const broken = { refused: 'CORRUPT' }

describe('a returned form, read in a process of its own', () => {
  it('is told with its match, what differs, and whether a signature is in it', async () => {
    const unsigned = { match: 'same-bytes', differing: [], isSigned: false }
    expect(await readReturnedForm({ issued, returned: issued })).toEqual(unsigned)
    const signed = { match: 'appended', differing: [], isSigned: true }
    expect(await readReturnedForm({ issued, returned: await signedCopy(issued) })).toEqual(signed)
  })

  it('holds nobody else up, however its fields are nested', async () => {
    const returned = nestedFieldsPdf(400, 4000, 100)
    const order: string[] = []
    // From where a file was read, a turn of the event loop does immediates before it hears another process.
    await new Promise((read) => readFile(import.meta.filename, read))
    const told = readReturnedForm({ issued, returned }).finally(() => order.push('told'))
    setImmediate(() => order.push('somebody else'))
    expect(await told).toEqual(broken)
    expect(order).toEqual(['somebody else', 'told'])
  })

  it('is not compared when its process had to be killed, and the next one is', async () => {
    expect(await readReturnedForm({ issued, returned: packedObjectsPdf(700_000_000) })).toEqual(broken)
    expect(await readReturnedForm({ issued, returned: issued })).toMatchObject({ match: 'same-bytes' })
  })

  it.each([
    ['nine fields deep', nestedFieldsPdf(8, 3, 1)],
    ['with a name of more than 1 KB', nestedFieldsPdf(1, 1100, 1)],
    ['with a name of more than 1 KB in parts', nestedFieldsPdf(4, 300, 1)],
    ['with more than 500 fields', flatFieldsPdf(501)],
    ['whose fields stand flat and climb', climbingFieldsPdf(9)],
    ['whose fields are their own parents', climbingFieldsPdf(3, true)],
  ])('%s is no form of ours', async (_, returned) => {
    expect(await readReturnedForm({ issued, returned })).toEqual(broken)
  })

  it.each([
    ['eight fields deep', nestedFieldsPdf(7, 100, 1)],
    ['with 500 fields', flatFieldsPdf(500)],
    ['whose fields climb eight high', climbingFieldsPdf(8)],
  ])('%s is compared, and is another', async (_, returned) => {
    expect(await readReturnedForm({ issued, returned })).toMatchObject({ match: 'other', isSigned: false })
  })

  it('is a defect of ours when what was issued is no form', async () => {
    const nothing = Buffer.from('no form')
    await expect(readReturnedForm({ issued: nothing, returned: issued })).rejects.toThrow('what was issued is no form')
  })
})

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
  it('is told with its relation, what differs, and whether it was stamped', async () => {
    const nothing = { differing: [], isStamped: false, isSuspicious: false }
    expect(await readReturnedForm({ issued, returned: issued })).toEqual({ relation: 'same-bytes', ...nothing })
    const returned = await signedCopy(issued)
    expect(await readReturnedForm({ issued, returned })).toEqual({ relation: 'appended', ...nothing })
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

  it('is not unpacked where no field needs it', async () => {
    const returned = packedObjectsPdf(700_000_000)
    expect(await readReturnedForm({ issued, returned })).toMatchObject({ relation: 'other' })
  })

  it.each([
    ['fields nine deep', nestedFieldsPdf(8, 3, 1)],
    ['a field with a name of more than 1 KB', nestedFieldsPdf(1, 1100, 1)],
    ['more than 500 fields', flatFieldsPdf(501)],
    ['fields that stand flat and climb', climbingFieldsPdf(9)],
    ['fields that are their own parents', climbingFieldsPdf(3, true)],
  ])('with %s is none of ours', async (_, returned) => {
    expect(await readReturnedForm({ issued, returned })).toMatchObject({ relation: 'other' })
  })

  it('is a defect of ours when what was issued is no form', async () => {
    const nothing = Buffer.from('no form')
    await expect(readReturnedForm({ issued: nothing, returned: issued })).rejects.toThrow('what was issued is no form')
  })
})

import { describe, expect, it } from 'vitest'
import { suspicionsIn } from '../../../core/lab/signature/suspicion.ts'
import { append, form, type Objects, signedForm } from './signed-pdf.ts'

const catalog = (more: string): Objects => ({ 1: form[1]!.replace('/Pages', `${more} /Pages`) })

describe('a file that was not made here', () => {
  it('is plain when it shows what it shows', () => {
    expect(suspicionsIn(signedForm())).toEqual([])
    expect(suspicionsIn(append(undefined, { ...form, ...catalog('/OpenAction [3 0 R /Fit]') }))).toEqual([])
    expect(suspicionsIn(append(undefined, { ...form, ...catalog('/OpenAction << /S /GoTo /D [3 0 R] >>') }))).toEqual(
      [],
    )
  })

  it.each<readonly [string, Objects]>([
    ['OPTIONAL_CONTENT', catalog('/OCProperties << /OCGs [] >>')],
    ['OPEN_ACTION', catalog('/OpenAction << /S /URI /URI (x) >>')],
    ['JAVASCRIPT', catalog('/Names << /JavaScript << /Names [] >> >>')],
    ['EMBEDDED_FILE', catalog('/Names << /EmbeddedFiles << /Names [] >> >>')],
    ['XFA', { 5: form[5]!.replace('/DR', '/XFA [] /DR') }],
    ['UNREFERENCED_CONTENT', { 40: '<< /Type /Page >>' }],
    ['UNREFERENCED_CONTENT', { 40: '<< /Length 2 >>\nstream\nq \nendstream' }],
  ])('is suspicious for its %s', (suspicion, objects) => {
    expect(suspicionsIn(append(undefined, { ...form, ...objects }))).toEqual([suspicion])
  })

  it('is suspicious for each thing once, wherever it stands', () => {
    const action = '/A << /S /JavaScript /JS (1) /Next [<< /S /JavaScript /JS (2) >>] >> /AA << >>'
    const field = form[6]!.replace('/T ', `${action} /T `)
    expect(suspicionsIn(append(undefined, { ...form, 6: field }))).toEqual(['JAVASCRIPT', 'OPEN_ACTION'])
  })
})

import { describe, expect, it } from 'vitest'
import { type AssessContext, assess } from '../../core/evidence/assess.ts'
import { matchesChallenge } from '../../core/evidence/challenge-match.ts'
import type { PasswordFacts, ScanFacts } from '../../core/evidence/facts.ts'
import { type FindingCode, findingCodes, findings, reasonOfFinding, verdictOf } from '../../core/evidence/finding.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'

const today = '2026-11-22'
const clean: ScanFacts = {
  product: 'windows',
  scanMode: 'full',
  threats: 0,
  scannedOn: '2026-11-20',
  scannedOnOtherwise: null,
  scannedAt: '08:34',
  filesScanned: 1,
  device: null,
  code: 'BSR-7K3QXM',
}
const changed: PasswordFacts = {
  address: 'dwi@diy.go.id',
  changedOn: '2026-11-21',
  changedOnOtherwise: null,
  changed: true,
}

const scans: readonly (readonly [string, Partial<ScanFacts>, AssessContext, string, readonly FindingCode[]])[] = [
  ['nothing to remark', {}, { today }, 'PASS', []],
  ['a quick scan', { scanMode: 'quick' }, { today }, 'WARN', ['QUICK_SCAN']],
  ['a scan of chosen folders', { scanMode: 'custom' }, { today }, 'WARN', ['QUICK_SCAN']],
  ['a mode that was not read', { scanMode: null }, { today }, 'WARN', ['MODE_UNKNOWN']],
  ['threats', { threats: 3 }, { today }, 'WARN', ['THREATS']],
  ['threats that were not read, which are not none', { threats: null }, { today }, 'WARN', ['THREATS_UNKNOWN']],
  ['eight days of age', { scannedOn: '2026-11-14' }, { today }, 'WARN', ['OLD_DATE']],
  ['seven days of age', { scannedOn: '2026-11-15' }, { today }, 'PASS', []],
  ['tomorrow', { scannedOn: '2026-11-23' }, { today }, 'WARN', ['FUTURE_DATE']],
  ['any day, where nobody knows the present one', { scannedOn: '2036-11-23' }, {}, 'PASS', []],
  ['no day', { scannedOn: null }, { today }, 'WARN', ['DATE_UNKNOWN']],
  [
    'a day that may be another',
    { scannedOn: '2026-12-11', scannedOnOtherwise: '2026-11-12' },
    { today: '2026-11-13' },
    'WARN',
    ['DATE_AMBIGUOUS'],
  ],
  [
    'two days of which both are old',
    { scannedOn: '2026-10-09', scannedOnOtherwise: '2026-09-10' },
    { today },
    'WARN',
    ['OLD_DATE', 'DATE_AMBIGUOUS'],
  ],
  ['the code but for a sign', {}, { today, expectedCode: 'BSR-7K3QXN' }, 'PASS', []],
  ['another code', {}, { today, expectedCode: 'BSR-7K3QNN' }, 'WARN', ['NO_CODE']],
  ['no code where none is asked', { code: null }, { today, expectedCode: null }, 'PASS', []],
  ['no code', { code: null }, { today, expectedCode: 'BSR-7K3QXM' }, 'WARN', ['NO_CODE']],
  ['a picture of another case', {}, { today, isReused: true }, 'WARN', ['REUSED']],
  [
    'nothing that matters',
    { scanMode: null, threats: null, scannedOn: null },
    { today },
    'UNREADABLE',
    ['MODE_UNKNOWN', 'THREATS_UNKNOWN', 'DATE_UNKNOWN'],
  ],
]

describe('judging evidence', () => {
  it.each(scans)('of a scan: %s', (_, facts, context, verdict, reasons) => {
    expect(assess('antivirus-scan', { ...clean, ...facts }, context)).toEqual({ verdict, reasons })
  })

  it('of a changed password asks for its address and day, and minds no age', () => {
    const judge = (facts: Partial<PasswordFacts>, context: AssessContext = { today }) =>
      assess('email-password-change', { ...changed, ...facts }, context)
    expect(judge({ changedOn: '2026-01-01' })).toEqual({ verdict: 'PASS', reasons: [] })
    expect(judge({ changedOn: '2026-11-23' }).reasons).toEqual(['FUTURE_DATE'])
    expect(judge({ address: null }).reasons).toEqual(['ADDRESS_UNKNOWN'])
    expect(judge({ changed: null }).reasons).toEqual(['DATE_UNKNOWN'])
    expect(judge({}, { expectedAddress: 'siti@diy.go.id' }).reasons).toEqual(['ADDRESS_UNKNOWN'])
    expect(judge({ address: 'dw1@diy.go.id' }, { expectedAddress: 'dwi@diy.go.id' }).verdict).toBe('PASS')
  })

  it('calls unreadable what could not be read at all', () => {
    expect(assess('antivirus-scan', null, { today }).verdict).toBe('UNREADABLE')
    expect(assess('email-password-change', null, { today }).verdict).toBe('UNREADABLE')
  })

  it('weighs the gravest finding, and knows the reason of each that has one', () => {
    expect(verdictOf([])).toBe('PASS')
    expect(verdictOf(['QUICK_SCAN', 'BLURRY'])).toBe('UNREADABLE')
    expect(verdictOf(['BLURRY', 'ENCRYPTED', 'NO_CODE'])).toBe('FAIL')
    for (const code of findingCodes) expect(['FAIL', 'WARN', 'UNREADABLE']).toContain(findings[code])
    for (const reason of Object.values(reasonOfFinding)) expect(isReasonCode(reason)).toBe(true)
  })

  it('takes a code with one sign changed, lost or added, and none with two', () => {
    for (const read of ['BSR-7K3QXM', 'bsr 7K3QXM', 'BSR-7K3QX', 'BSR-7K3QXMM', 'BSR-7K8QXM'])
      expect(matchesChallenge(read, 'BSR-7K3QXM')).toBe(true)
    for (const read of ['', 'BSR-', 'BSR-7K3Q', 'BSR-8K8QXM', 'BSR-K7QXM3'])
      expect(matchesChallenge(read, 'BSR-7K3QXM')).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { rightsLetter, rightsNotice } from '../../bot/mail/rights-letter.ts'
import { rightsMailCodes } from '../../core/privacy/saying.ts'
import { publicUrl, staff } from '../desk/desk-fixture.ts'

const notice = {
  code: 'erasure-asked',
  staffId: 'dewi',
  number: 'H-0A1B2C',
  dueAt: '2026-11-26T02:00:00.000Z',
} as const

it.each(rightsMailCodes)('%s tells number, due time and where to decide, in both languages', (code) => {
  const { to, subject, text } = rightsLetter({ ...notice, code }, `${publicUrl}/`, staff.dewi)
  expect(to).toBe(staff.dewi.email)
  expect(subject).toContain('H-0A1B2C')
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toContain(`${publicUrl}/desk/rights`)
  expect(text).toContain('— English —')
  expect(text).toMatch(/26 Nov.*26 Nov/s)
})

it('is no mail without a staff, a number or a code that is known', () => {
  expect(rightsNotice(notice)).toEqual(notice)
  for (const key of ['code', 'staffId', 'number', 'dueAt'])
    expect(rightsNotice({ ...notice, [key]: undefined })).toBeUndefined()
  expect(rightsNotice({ ...notice, code: 'other' })).toBeUndefined()
  expect(rightsNotice(null)).toBeUndefined()
})

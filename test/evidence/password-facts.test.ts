import { describe, expect, it } from 'vitest'
import { passwordFactsOf } from '../../core/evidence/password-facts.ts'
import { screenWith } from './read-text.ts'

const read = (...lines: readonly string[]) => passwordFactsOf(screenWith(...lines))
const nothing = { address: null, changedOn: null, changedOnOtherwise: null, changed: null }

describe('what a screen of a changed password says', () => {
  it('in English, in one sentence', () => {
    expect(read('Your password for agus.p@jogjaprov.go.id was changed on November 2, 2026 at 8:36 AM.')).toEqual({
      ...nothing,
      address: 'agus.p@jogjaprov.go.id',
      changedOn: '2026-11-02',
      changed: true,
    })
  })

  it('in Indonesian, in several', () => {
    expect(
      read(
        'Ubah Kata Sandi',
        'Kata sandi Anda berhasil diubah.',
        'Akun: dwi@diy.go.id',
        'Waktu: 9 Oktober 2026 08:24 WIB',
      ),
    ).toEqual({ ...nothing, address: 'dwi@diy.go.id', changedOn: '2026-10-09', changed: true })
  })

  it.each([
    'Ubah Kata Sandi',
    'Change password',
    'Your password was not changed',
    'Kata sandi gagal diubah',
    'Kata sandi akan diubah',
    'Your password must be changed',
    'Email address changed',
  ])('is no change in "%s"', (line) => {
    expect(read(line).changed).toBeNull()
  })

  it('is no address when a reader lost its beginning, or when there are two', () => {
    expect(read('Akun: sit aminah@jogjaprov.go.id').address).toBeNull()
    expect(read('Akun: dwi@diy.go.id', 'Akun: siti@diy.go.id').address).toBeNull()
  })

  it('is nothing where nothing stands', () => {
    expect(read('')).toEqual(nothing)
  })
})

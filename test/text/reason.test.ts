import { describe, expect, it } from 'vitest'
import { languages } from '../../bot/text/language.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { reasonSentence, rejectionSentence } from '../../bot/text/reason.ts'
import { secretWarning } from '../../bot/text/secret.ts'
import { reasonCodes, rejectReasons } from '../../core/evidence/reason.ts'

describe('a reason', () => {
  it('is said with the note of the verifier behind it', () => {
    expect(reasonSentence('R17', ' Lihat pojok kanan ', 'id')).toMatch(
      /^Tanggalnya .*Catatan verifikator: Lihat pojok kanan$/,
    )
    expect(reasonSentence('R17', '  ', 'id')).not.toContain('Catatan')
  })

  it('in own words is said in those words alone', () => {
    expect(reasonSentence('R90', 'Foto terbalik.', 'id')).toBe('Foto terbalik.')
    expect(rejectionSentence('R90', 'Sudah pensiun.', 'en')).toBe('Sudah pensiun.')
  })

  it('of an end says something else than a reason of a return', () => {
    for (const code of rejectReasons.filter((reason) => reason !== 'R90'))
      expect(rejectionSentence(code, undefined, 'id')).not.toBe(reasonSentence(code, undefined, 'id'))
  })

  it('that sends to the other procedure names its button', () => {
    for (const language of languages)
      expect(rejectionSentence('R23', undefined, language)).toContain(procedureButton('lost-authenticator', language))
  })

  it('differs from every other reason', () => {
    for (const language of languages)
      expect(new Set(reasonCodes.map((code) => reasonSentence(code, undefined, language))).size).toBe(
        reasonCodes.length,
      )
  })
})

describe('a secret that was typed', () => {
  it('is followed by what became of the message and where to go on', () => {
    const warning = secretWarning('passphrase', { isDeleted: true, step: 3 }, 'id')
    expect(warning).toBe(
      'Pesan Anda tampaknya berisi passphrase. Pesan sudah kami hapus dan isinya tidak kami simpan. Anggap passphrase itu bocor: gantilah sekarang melalui Reset Passphrase di laman BSrE. Tidak seorang pun berhak memintanya, termasuk yang mengaku petugas. Jawaban lain tetap tersimpan; kita lanjutkan di Langkah 3.',
    )
  })

  it('that cannot be deleted is left to its owner to delete', () => {
    const warning = secretWarning('otp', { isDeleted: false }, 'id')
    expect(warning).toContain('kami tidak dapat menghapus pesannya. Tekan lama pesan itu, lalu pilih Hapus.')
    expect(warning).not.toContain('sudah kami hapus')
    expect(warning).not.toContain('Langkah')
  })
})

import type { Condition } from '../procedure/condition.ts'
import { type ChangeKind, changeThat } from '../procedure/data-change.ts'
import { type ChangeRow, type FormLayout, requesterRows } from './layout.ts'

const kind = (...is: readonly ChangeKind[]): Condition => ({ field: 'changeKind', is })
const moves = kind('transfer', 'registered-elsewhere')

const changes: readonly ChangeRow[] = [
  {
    key: 'agency',
    label: 'Instansi',
    ways: [{ when: moves, old: ['formerAgencyName', 'formerAgency'], now: 'agency' }],
  },
  {
    key: 'email',
    label: 'Email dinas',
    ways: [
      { when: moves, old: ['formerEmail'], now: 'email' },
      { when: kind('mail'), old: ['formerEmail', 'email'], now: 'newEmail' },
    ],
  },
  { key: 'phone', label: 'Nomor HP', ways: [{ when: kind('phone'), old: ['phone'], now: 'newPhone' }] },
  { key: 'name', label: 'Nama lengkap', ways: [{ when: kind('identity'), old: ['name'], now: 'newName' }] },
  { key: 'nik', label: 'NIK', ways: [{ when: kind('identity'), old: ['nik'], now: 'newNik' }] },
  { key: 'nip', label: 'NIP/NI PPPK', ways: [{ when: kind('identity'), old: ['nip'], now: 'newNip' }] },
  { key: 'unit', label: 'Unit kerja', ways: [{ when: kind('position'), old: ['unit'], now: 'newUnit' }] },
  { key: 'position', label: 'Jabatan', ways: [{ when: kind('position'), old: ['position'], now: 'newPosition' }] },
]

/** Formulir Perubahan Data Pengguna, signed by the person in charge (source page, section E). */
export const dataChangeForm: FormLayout = {
  name: 'data-change',
  title: 'Formulir Perubahan Data Pengguna',
  subtitle: 'Layanan Sertifikat Elektronik – Balai Besar Sertifikasi Elektronik (BSrE)',
  sections: [
    { title: 'Data pengguna', rows: requesterRows },
    {
      title: 'Jenis perubahan',
      rows: [
        { key: 'changeKind', label: 'Perubahan yang dimohonkan' },
        { key: 'identityPart', label: 'Bagian identitas' },
      ],
    },
    { title: 'Data yang berubah', changes },
    {
      title: 'Dasar perubahan',
      rows: [
        { key: 'decreeNumber', label: 'Nomor SK' },
        { key: 'decreeDate', label: 'Tanggal SK', isShort: true },
        { key: 'effectiveOn', label: 'Berlaku sejak (TMT)', isShort: true },
        { key: 'changeReason', label: 'Alasan perubahan' },
      ],
    },
  ],
  statements: [
    { text: 'Data pada formulir ini benar dan sesuai dengan dokumen kependudukan dan kepegawaian pengguna.' },
    {
      text: 'Pengguna memahami bahwa tanda tangan elektroniknya tidak dapat digunakan sampai perubahan data dikonfirmasi BSrE.',
    },
    {
      text: 'Sertifikat elektronik pengguna yang sekarang dicabut lebih dahulu; sertifikat baru diterbitkan setelah data terverifikasi.',
      when: changeThat('revokes'),
    },
  ],
  signature: {
    when: changeThat('isSigned'),
    field: 'TTE_PJ',
    role: 'person-in-charge',
    title: 'Penanggung Jawab Pemanfaatan Sertifikat Elektronik',
  },
}

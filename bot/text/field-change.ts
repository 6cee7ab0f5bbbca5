import type { FieldName } from '../../core/form/field.ts'
import type { FieldTexts } from './field.ts'

type ChangeField = Extract<
  FieldName,
  | 'changeKind'
  | 'signingStops'
  | 'formerAgency'
  | 'formerAgencyName'
  | 'formerEmail'
  | 'newEmail'
  | 'newPhone'
  | 'identityPart'
  | 'newName'
  | 'newNik'
  | 'newNip'
  | 'newUnit'
  | 'newPosition'
  | 'decreeNumber'
  | 'decreeDate'
  | 'effectiveOn'
  | 'changeReason'
>

/** What changes, from what to what, and on which ground. All examples are made up. */
export const changeFields: FieldTexts<ChangeField> = {
  changeKind: {
    label: { id: 'Jenis perubahan', en: 'Kind of change' },
    ask: { id: 'Data apa yang berubah?', en: 'Which data changes?' },
    options: {
      transfer: { id: 'Pindah instansi (mutasi)', en: 'Transfer to another agency' },
      'registered-elsewhere': { id: 'Pernah didaftarkan instansi lain', en: 'Registered by another agency' },
      mail: { id: 'Email dinas', en: 'Office mail' },
      phone: { id: 'Nomor HP', en: 'Mobile number' },
      identity: { id: 'Nama, NIK, atau NIP', en: 'Name, NIK or NIP' },
      position: { id: 'Jabatan atau unit kerja', en: 'Position or unit' },
    },
  },
  signingStops: {
    label: { id: 'Tidak dapat TTE selama proses', en: 'No signing meanwhile' },
    ask: {
      id: 'Sejak perubahan diproses sampai dikonfirmasi BSrE, Anda tidak dapat memakai tanda tangan elektronik (TTE). Kami mengabari sebelum TTE Anda berhenti. Apakah Anda memahaminya?',
      en: 'From the moment the change is processed until BSrE confirms it, you cannot sign electronically. We tell you before your signing stops. Do you understand that?',
    },
    options: { understood: { id: 'Ya, saya memahami', en: 'Yes, I understand' } },
  },
  formerAgency: {
    label: { id: 'Instansi lama', en: 'Former agency' },
    ask: {
      id: 'Instansi mana yang dahulu mendaftarkan sertifikat Anda?',
      en: 'Which agency registered your certificate before?',
    },
  },
  formerAgencyName: {
    label: { id: 'Nama instansi lama', en: 'Name of the former agency' },
    ask: { id: 'Apa nama lengkap instansi lama itu?', en: 'What is the full name of that former agency?' },
    example: { id: 'Kementerian Contoh RI', en: 'Ministry of Examples' },
  },
  formerEmail: {
    label: { id: 'Email dinas lama', en: 'Former office mail' },
    ask: {
      id: 'Alamat email dinas mana yang dahulu terdaftar di BSrE?',
      en: 'Which office address was registered at BSrE before?',
    },
    example: { id: 'rina@contoh.go.id', en: 'rina@contoh.go.id' },
  },
  newEmail: {
    label: { id: 'Email dinas baru', en: 'New office mail' },
    ask: {
      id: 'Apa alamat email dinas Anda yang baru? Milik Anda sendiri, bukan email unit.',
      en: 'What is your new office address? Your own, not one of a unit.',
    },
    example: { id: 'rina.rahayu@jogjaprov.go.id', en: 'rina.rahayu@jogjaprov.go.id' },
  },
  newPhone: {
    label: { id: 'Nomor HP baru', en: 'New mobile number' },
    ask: { id: 'Apa nomor HP Anda yang baru?', en: 'What is your new mobile number?' },
    example: { id: '0812 3456 7890', en: '0812 3456 7890' },
  },
  identityPart: {
    label: { id: 'Data identitas yang salah', en: 'Identity data that is wrong' },
    ask: { id: 'Data identitas mana yang perlu dibetulkan?', en: 'Which identity data must be corrected?' },
    options: {
      name: { id: 'Nama', en: 'Name' },
      nik: { id: 'NIK', en: 'NIK' },
      nip: { id: 'NIP/NI PPPK', en: 'NIP/NI PPPK' },
    },
  },
  newName: {
    label: { id: 'Nama yang benar', en: 'Right name' },
    ask: {
      id: 'Tulis nama yang benar, sama seperti di KTP, tanpa gelar.',
      en: 'Write the right name as on your identity card, without titles.',
    },
    example: { id: 'Rina Rahayu', en: 'Rina Rahayu' },
  },
  newNik: {
    label: { id: 'NIK yang benar', en: 'Right NIK' },
    ask: {
      id: 'Tulis NIK yang benar, 16 angka seperti di KTP.',
      en: 'Write the right NIK, 16 digits as on your identity card.',
    },
    example: { id: '3404015204850001', en: '3404015204850001' },
  },
  newNip: {
    label: { id: 'NIP/NI PPPK yang benar', en: 'Right NIP/NI PPPK' },
    ask: { id: 'Tulis NIP/NI PPPK yang benar, 18 angka.', en: 'Write the right NIP/NI PPPK, 18 digits.' },
    example: { id: '198504122010012001', en: '198504122010012001' },
  },
  newUnit: {
    label: { id: 'Unit kerja baru', en: 'New unit' },
    ask: { id: 'Di unit kerja mana Anda bertugas sekarang?', en: 'In which unit do you work now?' },
    example: { id: 'Bidang Persandian', en: 'Cryptography Division' },
  },
  newPosition: {
    label: { id: 'Jabatan baru', en: 'New position' },
    ask: { id: 'Apa jabatan Anda yang baru?', en: 'What is your new position?' },
    example: { id: 'Pranata Komputer Ahli Muda', en: 'Computer Specialist' },
  },
  decreeNumber: {
    label: { id: 'Nomor SK', en: 'Number of the decree' },
    ask: {
      id: 'Apa nomor SK yang menjadi dasar perubahan ini?',
      en: 'What is the number of the decree behind this change?',
    },
    example: { id: '821.2/123/2026', en: '821.2/123/2026' },
  },
  decreeDate: {
    label: { id: 'Tanggal SK', en: 'Date of the decree' },
    ask: { id: 'Kapan SK itu ditetapkan?', en: 'When was that decree issued?' },
    example: { id: '3 hari lalu', en: '3 days ago' },
  },
  effectiveOn: {
    label: { id: 'Terhitung mulai tanggal (TMT)', en: 'Effective from' },
    ask: {
      id: 'Sejak tanggal berapa Anda bertugas di tempat baru (TMT)?',
      en: 'From which day do you work at the new place?',
    },
    example: { id: '1 Desember 2026', en: '1 December 2026' },
  },
  changeReason: {
    label: { id: 'Alasan perubahan', en: 'Reason for the change' },
    ask: {
      id: 'Apa alasan perubahan ini? Satu kalimat sudah cukup.',
      en: 'What is the reason for this change? One sentence will do.',
    },
    example: { id: 'Data lama sudah tidak sesuai.', en: 'The old data is no longer right.' },
  },
}

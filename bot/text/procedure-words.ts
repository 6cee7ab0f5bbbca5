import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Bilingual } from './language.ts'

export interface ProcedureText {
  readonly name: Bilingual
  /** One line under the name. */
  readonly about: Bilingual
  /** The button with which it is chosen, in the words of people, not of systems. */
  readonly button: Bilingual
  /** What must be done, in this order, before and besides the questions. */
  readonly steps: readonly Bilingual[]
}

const accessToMail: Bilingual = {
  id: 'akses ke email dinas Anda sendiri, karena BSrE mengirim tautannya ke sana',
  en: 'access to your own office mail, for that is where BSrE sends its links',
}
const screenshot: Bilingual = {
  id: 'tangkapan layar kendalanya, bila ada',
  en: 'a screenshot of the trouble, if you have one',
}

/** Every procedure in the words that people read before they choose and begin it. */
export const procedureWords: Readonly<Record<ProcedureName, ProcedureText>> = {
  reactivation: {
    name: { id: 'Reaktivasi akun', en: 'Account reactivation' },
    about: {
      id: 'Memulihkan akun yang dinonaktifkan BSrE karena terindikasi compromised (diduga dipakai orang lain).',
      en: 'Restores an account that BSrE disabled as compromised (thought to be in the hands of others).',
    },
    button: { id: 'Akun dinonaktifkan (compromised)', en: 'Account disabled (compromised)' },
    steps: [
      {
        id: 'full scan antivirus di setiap perangkat yang Anda pakai, dapat beberapa jam',
        en: 'a full antivirus scan on every device that you use, which may take hours',
      },
      {
        id: 'ganti kata sandi email dinas setelah hasilnya bersih, sekitar 5 menit',
        en: 'change the password of your office mail after the scan ended clean, about 5 minutes',
      },
      {
        id: 'reset authenticator paling akhir, lewat tautan dari BSrE setelah pengajuan disetujui',
        en: 'reset the authenticator last of all, through the link from BSrE once the request is approved',
      },
    ],
  },
  'lost-authenticator': {
    name: { id: 'Reset authenticator', en: 'Authenticator reset' },
    about: {
      id: 'Mengganti aplikasi kode (authenticator) karena HP hilang, diganti, atau aplikasinya terhapus.',
      en: 'Replaces the app for codes (authenticator) after the phone was lost or changed, or the app deleted.',
    },
    button: { id: 'Ganti HP / authenticator hilang', en: 'New phone / authenticator lost' },
    steps: [
      {
        id: 'HP yang akan Anda pakai, dengan tanggal dan jam otomatis',
        en: 'the phone that you are going to use, with date and time set automatically',
      },
      {
        id: 'akses ke email dinas, karena tautan reset dari BSrE dikirim ke sana',
        en: 'access to your office mail, for that is where the reset link from BSrE goes',
      },
    ],
  },
  'passphrase-reset': {
    name: { id: 'Reset passphrase', en: 'Passphrase reset' },
    about: {
      id: 'Bantuan verifikator bila reset passphrase di laman BSrE terkendala.',
      en: "Help from a verifier when the passphrase reset on BSrE's pages fails.",
    },
    button: { id: 'Reset passphrase terkendala', en: 'Passphrase reset fails' },
    steps: [accessToMail, screenshot],
  },
  'data-change': {
    name: { id: 'Perubahan data', en: 'Change of data' },
    about: {
      id: 'Pindah instansi, pernah terdaftar di instansi lain, atau email, HP, identitas, jabatan berubah.',
      en: 'A transfer, a registration by another agency, or new mail, number, identity or position.',
    },
    button: { id: 'Pindah instansi / ubah data', en: 'Transfer / change of data' },
    steps: [
      {
        id: 'SK yang menjadi dasarnya (pindah instansi, identitas, jabatan)',
        en: 'the decree behind it (transfer, identity, position)',
      },
      {
        id: 'tanda tangan penanggung jawab instansi pada formulir (pindah instansi, pernah terdaftar di instansi lain, identitas); Pandu yang menyiapkan dan mengirimkannya',
        en: 'the signature of the person in charge on the form (transfer, registered elsewhere, identity); Pandu prepares it and passes it on',
      },
      {
        id: 'pencabutan sertifikat lama paling akhir (pindah instansi, pernah terdaftar di instansi lain, identitas); Anda sendiri yang menentukan saatnya',
        en: 'the revocation of the old certificate last of all (transfer, registered elsewhere, identity); you choose the moment yourself',
      },
    ],
  },
  registration: {
    name: { id: 'Pendaftaran', en: 'Registration' },
    about: {
      id: 'Verifikator instansi mendaftarkan Anda di AMS untuk mendapat sertifikat elektronik.',
      en: 'The verifier of your agency registers you in AMS for an electronic certificate.',
    },
    button: { id: 'Minta didaftarkan', en: 'Ask to be registered' },
    steps: [
      { id: 'email dinas atas nama Anda sendiri', en: 'an office mailbox of your own' },
      {
        id: 'surat rekomendasi dari atasan atau instansi',
        en: 'a letter of recommendation from your superior or agency',
      },
    ],
  },
  activation: {
    name: { id: 'Aktivasi akun', en: 'Account activation' },
    about: {
      id: 'Bantuan verifikator bila email aktivasi tidak tiba atau sudah kedaluwarsa.',
      en: 'Help from a verifier when the activation mail does not come or has expired.',
    },
    button: { id: 'Aktivasi terkendala', en: 'Activation fails' },
    steps: [accessToMail, screenshot],
  },
  issuance: {
    name: { id: 'Penerbitan sertifikat', en: 'Certificate issuance' },
    about: {
      id: 'Bantuan verifikator bila penerbitan untuk akun baru atau TTE expired terkendala.',
      en: 'Help from a verifier when issuance for a new account or an expired certificate fails.',
    },
    button: { id: 'Penerbitan terkendala', en: 'Issuance fails' },
    steps: [accessToMail, screenshot],
  },
  revocation: {
    name: { id: 'Pencabutan sertifikat', en: 'Certificate revocation' },
    about: {
      id: 'Mencabut sertifikat karena perangkat hilang, pensiun, meninggal, atau pindah. Kehilangan didahulukan.',
      en: 'Revokes a certificate after a loss, retirement, death or transfer. A loss goes first.',
    },
    button: { id: 'Cabut sertifikat', en: 'Revoke a certificate' },
    steps: [
      {
        id: 'nomor HP yang tercatat di instansi, karena verifikator mungkin menelepon Anda',
        en: 'the mobile number that your agency has on record, for a verifier may call you',
      },
    ],
  },
  question: {
    name: { id: 'Pertanyaan', en: 'Question' },
    about: {
      id: 'Bertanya kepada petugas contact center; jawabannya tiba di sini.',
      en: 'Ask an agent of the contact center; the answer comes here.',
    },
    button: { id: 'Tanya petugas', en: 'Ask an agent' },
    steps: [screenshot],
  },
}

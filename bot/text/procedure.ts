import type { Agency } from '../../core/agency/agency.ts'
import { officeHours, targetHours } from '../../core/case/deadline.ts'
import { questionsOf } from '../../core/case/question.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Bilingual, Language } from './language.ts'
import { workingTimeText } from './moment.ts'

interface ProcedureText {
  readonly name: Bilingual
  /** One line under the name. */
  readonly about: Bilingual
  /** The button with which it is chosen, in the words of people, not of systems. */
  readonly button: Bilingual
  /** What must be done, in this order, before and besides the questions. */
  readonly steps: readonly Bilingual[]
}

export const procedureName = (name: ProcedureName, language: Language): string => procedures[name].name[language]
export const procedureAbout = (name: ProcedureName, language: Language): string => procedures[name].about[language]
export const procedureButton = (name: ProcedureName, language: Language): string => procedures[name].button[language]

/** What a requester reads before question 1, as paragraphs: what is needed, how long, who holds it until when. */
export function beforeYouStart(name: ProcedureName, agency: Agency | null, language: Language): readonly string[] {
  const calendar = agency?.calendar ?? officeHours
  const hoursADay = calendar.closesAtHour - calendar.opensAtHour
  const target = (of: 'review' | 'contact-center') =>
    workingTimeText(agency?.slaTargets?.[of] ?? targetHours[of], hoursADay, language)
  const steps = procedures[name].steps.map((step, index) => `(${index + 1}) ${step[language]}`)
  return [
    hope[language],
    `${order[language]} ${steps.join('; ')}.`,
    questions(name, agency !== null, language),
    clocks[language](target('review'), target('contact-center')),
    urgent[language],
  ]
}

/** How many questions a usual case is asked, and how many more for each further device. */
export function questionCount(
  name: ProcedureName,
  isAgencyGiven: boolean,
): { readonly count: number; readonly perDevice: number } {
  const asked = (devices: number) =>
    questionsOf({
      procedure: name,
      isAgencyGiven,
      answers: {
        employment: 'pns',
        devices: Array.from({ length: devices }, () => ({ kind: 'computer', name: null })),
      },
    }).length
  return { count: asked(1), perDevice: asked(2) - asked(1) }
}

const secondsPerQuestion = 40

function questions(name: ProcedureName, isAgencyGiven: boolean, language: Language): string {
  const { count, perDevice } = questionCount(name, isAgencyGiven)
  const minutes = Math.ceil((count * secondsPerQuestion) / 60)
  const asked = {
    id: `Di sini kami menanyakan ${count} hal, sekitar ${minutes} menit`,
    en: `Here we ask ${count} questions, about ${minutes} minutes`,
  }[language]
  const more = {
    id: `, ditambah ${perDevice} untuk setiap perangkat berikutnya`,
    en: `, and ${perDevice} more for every further device`,
  }[language]
  return `${asked}${perDevice > 0 ? more : ''}.`
}

const procedures: Readonly<Record<ProcedureName, ProcedureText>> = {
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
}

const hope: Bilingual = {
  id: 'Pemulihan kemungkinan besar tidak selesai hari ini. Anda boleh berhenti kapan saja; jawaban tersimpan.',
  en: 'This will most likely not be finished today. You may stop at any time; your answers are kept.',
}
const order: Bilingual = { id: 'Yang diperlukan, berurutan:', en: 'What is needed, in this order:' }
const clocks: Readonly<Record<Language, (review: string, contactCenter: string) => string>> = {
  id: (review, contactCenter) =>
    `Setelah dikirim: verifikator instansi memeriksa dan memastikan identitas Anda (target ${review}), lalu petugas contact center meneruskannya ke BSrE (target ${contactCenter}). Target bukan janji, dan lama proses di BSrE tidak dapat kami janjikan.`,
  en: (review, contactCenter) =>
    `Once sent: a verifier of your agency checks it and confirms who you are (target ${review}), then an agent of the contact center takes it to BSrE (target ${contactCenter}). A target is no promise, and nobody here can promise how long BSrE takes.`,
}
const urgent: Bilingual = {
  id: 'Ada dokumen yang harus ditandatangani hari ini? Minta atasan menunjuk pejabat yang berwenang, misalnya Plh. Jangan memakai akun atau passphrase orang lain.',
  en: 'Is there a document to be signed today? Ask your superior to appoint somebody entitled to sign. Never use the account or passphrase of another person.',
}

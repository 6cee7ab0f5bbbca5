import type { Agency } from '../../core/agency/agency.ts'
import { hoursOfDay, officeHours } from '../../core/agency/calendar.ts'
import type { Case } from '../../core/case/case.ts'
import { targetHours } from '../../core/case/deadline.ts'
import { questionsOf } from '../../core/case/question.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { Bilingual, Language } from './language.ts'
import { workingTimeText } from './moment.ts'
import { procedureWords } from './procedure-words.ts'

export const procedureName = (name: ProcedureName, language: Language): string => procedureWords[name].name[language]
export const procedureAbout = (name: ProcedureName, language: Language): string => procedureWords[name].about[language]
export const procedureButton = (name: ProcedureName, language: Language): string =>
  procedureWords[name].button[language]

/** What a requester reads before question 1, as paragraphs: what is needed, how long, who holds it until when. */
export function beforeYouStart(
  name: ProcedureName,
  agency: Agency | null,
  language: Language,
  answers: Case['answers'] = {},
): readonly string[] {
  const hoursADay = hoursOfDay(agency?.calendar ?? officeHours)
  const target = (of: 'review' | 'contact-center') =>
    workingTimeText(agency?.slaTargets?.[of] ?? targetHours[of], hoursADay, language)
  return [
    hope[language],
    neededFor(name, language),
    questions(name, agency !== null, language, answers),
    clocks[courseOf(name)][language](target('review'), target('contact-center')),
    ...(procedureOf(name).urgentWhen === undefined ? [] : [loss[language]]),
    urgent[language],
  ]
}

function neededFor(name: ProcedureName, language: Language): string {
  const [first, ...others] = procedureWords[name].steps.map((step) => step[language])
  const steps = [first, ...others].map((step, index) => `(${index + 1}) ${step}`)
  return others.length === 0 ? `${needed[language]} ${first}.` : `${order[language]} ${steps.join('; ')}.`
}

/** How many questions a usual case is asked, and how many more for each further device. */
export function questionCount(
  name: ProcedureName,
  isAgencyGiven: boolean,
  answers: Case['answers'] = {},
): { readonly count: number; readonly perDevice: number } {
  const asked = (devices: number) =>
    questionsOf({
      procedure: name,
      isAgencyGiven,
      answers: {
        employment: 'pns',
        ...answers,
        devices: Array.from({ length: devices }, () => ({ kind: 'computer', name: null })),
      },
    }).length
  return { count: asked(1), perDevice: asked(2) - asked(1) }
}

const secondsPerQuestion = 40

function questions(name: ProcedureName, isAgencyGiven: boolean, language: Language, answers: Case['answers']): string {
  const { count, perDevice } = questionCount(name, isAgencyGiven, answers)
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

const hope: Bilingual = {
  id: 'Ini kemungkinan besar tidak selesai hari ini. Anda boleh berhenti kapan saja; jawaban tersimpan.',
  en: 'This will most likely not be finished today. You may stop at any time; your answers are kept.',
}
const needed: Bilingual = { id: 'Yang diperlukan:', en: 'What is needed:' }
const order: Bilingual = { id: 'Yang diperlukan, berurutan:', en: 'What is needed, in this order:' }
/** Whose hands a case goes through: a dossier for BSrE, help of the verifier in AMS, an answer of the contact center. */
function courseOf(name: ProcedureName): 'dossier' | 'help' | 'answer' {
  const { phases } = procedureOf(name)
  if (phases.includes('legalise')) return 'dossier'
  return phases.includes('review') ? 'help' : 'answer'
}

type Clocks = Readonly<Record<Language, (review: string, contactCenter: string) => string>>
const dossierClocks: Clocks = {
  id: (review, contactCenter) =>
    `Setelah dikirim: verifikator instansi memeriksa dan memastikan identitas Anda (target ${review}), lalu petugas contact center meneruskannya ke BSrE (target ${contactCenter}). Target bukan janji, dan lama proses di BSrE tidak dapat kami janjikan.`,
  en: (review, contactCenter) =>
    `Once sent: a verifier of your agency checks it and confirms who you are (target ${review}), then an agent of the contact center takes it to BSrE (target ${contactCenter}). A target is no promise, and nobody here can promise how long BSrE takes.`,
}
const helpClocks: Clocks = {
  id: (review) =>
    `Setelah dikirim: verifikator instansi menanganinya di AMS (portal akun BSrE) dan menjawab di sini (target ${review}). Target bukan janji, dan lama proses di BSrE tidak dapat kami janjikan.`,
  en: (review) =>
    `Once sent: a verifier of your agency deals with it in AMS (BSrE's portal for accounts) and answers here (target ${review}). A target is no promise, and nobody here can promise how long BSrE takes.`,
}
const answerClocks: Clocks = {
  id: (_, contactCenter) =>
    `Setelah dikirim: petugas contact center menjawab di sini (target ${contactCenter}). Target bukan janji.`,
  en: (_, contactCenter) =>
    `Once sent: an agent of the contact center answers here (target ${contactCenter}). A target is no promise.`,
}
const clocks: Readonly<Record<ReturnType<typeof courseOf>, Clocks>> = {
  dossier: dossierClocks,
  help: helpClocks,
  answer: answerClocks,
}
const loss: Bilingual = {
  id: 'Perangkat hilang, atau passphrase bocor atau dipakai orang? Pencabutannya didahulukan: target 1 jam setelah dikirim.',
  en: 'A lost device, or a passphrase that leaked or others use? That revocation goes first: the target is 1 hour after you send it.',
}
const urgent: Bilingual = {
  id: 'Ada dokumen yang harus ditandatangani hari ini? Minta atasan menunjuk pejabat yang berwenang, misalnya Plh. Jangan memakai akun atau passphrase orang lain.',
  en: 'Is there a document to be signed today? Ask your superior to appoint somebody entitled to sign. Never use the account or passphrase of another person.',
}

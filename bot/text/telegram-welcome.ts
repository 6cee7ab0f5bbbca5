import type { Bilingual, Language } from './language.ts'

/** Who speaks, as agencies and Telegram know them. */
export interface Speaker {
  readonly agency: string
  readonly bot: string | undefined
}

/** The greeting of `/start`: what Pandu does, what nobody may ask for, where to begin. */
export const welcomeText: Readonly<Record<Language, (speaker: Speaker) => string>> = {
  id: ({ agency, bot }) =>
    `Selamat datang di Pandu, asisten layanan Sertifikat Elektronik ${agency}. Pandu bukan milik BSrE/BSSN; kami membantu Anda menyiapkan pengajuan yang benar sampai diterima verifikator.\n\nPandu dan petugas tidak pernah meminta passphrase, kata sandi, OTP, atau swafoto.${bot === undefined ? '' : ` Bot resmi hanya @${bot}.`}\n\nApa kendala Anda? Pilih tombol, atau ketik tulisannya. English: /bahasa`,
  en: ({ agency, bot }) =>
    `Welcome to Pandu, the assistant for Electronic Certificates of ${agency}. Pandu does not belong to BSrE/BSSN; we help you prepare a request that is right, until the verifier has it.\n\nPandu and staff never ask for a passphrase, a password, a one-time code or a selfie.${bot === undefined ? '' : ` The only official bot is @${bot}.`}\n\nWhat is the matter? Choose a button, or type what it says. Bahasa Indonesia: /bahasa`,
}

/** Asked when the button for accounts and phones was pressed. */
export const whichTrouble: Bilingual = {
  id: 'Mana yang terjadi pada Anda?\n\n• Akun dinonaktifkan: BSrE memberi tahu akun Anda terindikasi compromised.\n• HP hilang atau ganti: akun aman, tetapi kode authenticator tidak dapat dipakai lagi.',
  en: 'Which of these happened to you?\n\n• Account disabled: BSrE told you that your account seems compromised.\n• Phone lost or new: the account is safe, but the authenticator code cannot be used any more.',
}

export interface Helpdesk {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly hours: string
}

/** Whom to ask besides Pandu. */
export const askHelpdesk: Readonly<Record<Language, (helpdesks: readonly Helpdesk[]) => string>> = {
  id: (helpdesks) =>
    helpdesks.length === 0
      ? 'Hubungi verifikator instansi Anda.'
      : `Hubungi verifikator atau helpdesk:\n${helpdesks.map(lineOf).join('\n')}`,
  en: (helpdesks) =>
    helpdesks.length === 0
      ? 'Contact the verifier of your agency.'
      : `Contact the verifier or helpdesk:\n${helpdesks.map(lineOf).join('\n')}`,
}

const lineOf = ({ name, phone, email, hours }: Helpdesk): string => `• ${name}: ${phone}, ${email} (${hours})`

/** `/bantuan`: commands, rules, whom to ask. */
export const helpText: Bilingual = {
  id: '/lanjut – lanjutkan pertanyaan yang tersisa\n/kasus – lihat semua pengajuan Anda\n/batal – batalkan pengajuan\n/privasi – data apa yang disimpan dan hak Anda\n/dataku – data saya dan salinannya\n/hapus – hapus data saya\n/bahasa – English\n/start – menu utama\n\nSetiap pertanyaan dapat dijawab dengan tombol atau diketik. Jawaban tersimpan; Anda dapat berhenti kapan saja. Salah jawab? Tekan ⬅ Kembali, atau Ubah pada pemeriksaan akhir.\n\nJangan pernah mengirim passphrase, kata sandi, OTP, atau tautan dari BSrE ke sini.',
  en: '/lanjut – go on with the questions that are left\n/kasus – see all your requests\n/batal – cancel a request\n/privasi – what is stored, and your rights\n/dataku – my data and its copy\n/hapus – erase my data\n/bahasa – Bahasa Indonesia\n/start – main menu\n\nEvery question can be answered by button or by typing. Answers are kept; you can stop at any time. A wrong answer? Press ⬅ Back, or Change in the final check.\n\nNever send a passphrase, password, one-time code or link from BSrE here.',
}

/** What people write who know no command, as it is compared: no answer to any question. */
export const helpWords: ReadonlySet<string> = new Set([
  'bantuan',
  'bantu',
  'minta bantuan',
  'tolong',
  'tolong bantu',
  'bingung',
  'saya bingung',
  'help',
  'help me',
])

/** Said after a global command while a question waits. */
export const stillWaiting: Bilingual = {
  id: 'Pertanyaan tadi masih menunggu jawaban Anda.',
  en: 'The question before still waits for your answer.',
}

export const languageChosen: Bilingual = {
  id: 'Bahasa: Indonesia. Kirim /bahasa lagi untuk English.',
  en: 'Language: English. Send /bahasa again for Bahasa Indonesia.',
}

/** Said once in a group or channel, before leaving it; in both languages, for nobody there has chosen one. */
export const privateOnly =
  'Pandu hanya melayani percakapan pribadi; buka obrolan langsung dengan bot ini. / Pandu serves private chats only; open a chat with this bot.'

/** The menu that Telegram shows beside the input. */
export const commandTexts: Readonly<Record<string, Bilingual>> = {
  start: { id: 'Menu utama', en: 'Main menu' },
  kasus: { id: 'Pengajuan saya', en: 'My requests' },
  lanjut: { id: 'Lanjutkan pertanyaan', en: 'Go on with the questions' },
  batal: { id: 'Batalkan pengajuan', en: 'Cancel a request' },
  bantuan: { id: 'Bantuan dan kontak', en: 'Help and contacts' },
  privasi: { id: 'Pelindungan data pribadi', en: 'Personal data and your rights' },
  dataku: { id: 'Data saya dan salinannya', en: 'My data and its copy' },
  hapus: { id: 'Hapus data saya', en: 'Erase my data' },
  bahasa: { id: 'English', en: 'Bahasa Indonesia' },
}

/** At most 512 characters; shown in a chat that is still empty. */
export const profileText: Bilingual = {
  id: 'Asisten layanan Sertifikat Elektronik instansi: memandu pendaftaran, aktivasi, penerbitan, dan reset passphrase; menyiapkan perubahan data, pencabutan, dan pemulihan akun sampai diterima verifikator. Dapat diisi kapan saja; verifikator bekerja pada jam kantor. Kami tidak pernah meminta passphrase, kata sandi, OTP, atau swafoto. Bukan milik BSrE/BSSN.',
  en: 'Assistant for Electronic Certificates of your agency: guides registration, activation, issuance and passphrase reset; prepares changes of data, revocation and recovery of an account until the verifier has them. Fill in at any time; verifiers work in office hours. We never ask for a passphrase, password, one-time code or selfie. Not a service of BSrE/BSSN.',
}

/** At most 120 characters; shown on the profile page. */
export const shortProfileText: Bilingual = {
  id: 'Asisten layanan Sertifikat Elektronik. Tidak pernah meminta passphrase, kata sandi, atau OTP.',
  en: 'Assistant for Electronic Certificates. Never asks for a passphrase, password or one-time code.',
}

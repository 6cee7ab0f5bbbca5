import type { StepName } from '../../core/procedure/guide.ts'
import { linkMissing, newLink } from './guide-link.ts'
import type { Bilingual } from './language.ts'

/** What is said of one step of BSrE's own pages. */
export interface StepText {
  readonly label: Bilingual
  /** What the page shows and asks, in the words of the source page. */
  readonly does: Bilingual
  /** What helps when it is known to fail; without it a case is opened at once. */
  readonly fix?: Bilingual
}

/** Every step, complete in both languages; what a page rules is left to the page. */
export const stepTexts: Readonly<Record<StepName, StepText>> = {
  eligibility: {
    label: { id: 'Kelayakan pendaftaran', en: 'Who can be registered' },
    does: {
      id: 'Di sini dapat difasilitasi ASN (PNS dan PPPK) yang bekerja di instansi, dan Lainnya yang bertugas di instansi. Untuk anggota TNI dan Polri, petugas memastikan jalurnya dahulu. Tekan Tanya petugas; keterangan ini ikut terkirim.',
      en: 'Those served here are ASN (PNS and PPPK) who work for the agency, and others on duty there. For members of the military (TNI) and the police (Polri) an agent finds the right way first. Press Ask an agent; this note goes with it.',
    },
  },
  documents: {
    label: { id: 'Dokumen pendaftaran', en: 'Documents for the registration' },
    does: {
      id: 'Siapkan dua hal: (1) email dinas aktif atas nama Anda sendiri, bukan kotak surat unit; (2) surat rekomendasi dari atasan atau instansi. Verifikator mendaftarkan Anda di AMS, lalu email aktivasi dari BSrE tiba di email dinas itu. Sudah siap? Tekan Sudah, dan isi data Anda.',
      en: 'Have two things ready: (1) an active office mailbox in your own name, not one of your unit; (2) a letter of recommendation from your superior or agency. The verifier registers you in AMS, then the activation mail of BSrE comes to that mailbox. Ready? Press Done and fill in your data.',
    },
    fix: {
      id: 'Belum punya email dinas? Minta admin email di instansi Anda membuatkannya. Belum punya surat rekomendasi? Minta atasan atau bagian kepegawaian. Tetap tidak bisa? Tekan Masih terkendala; petugas menjawab di sini.',
      en: 'No office mailbox yet? Ask the mail admin of your agency for one. No letter yet? Ask your superior or personnel office. Still no way? Press Still stuck; an agent answers here.',
    },
  },
  mail: {
    label: { id: 'Email aktivasi', en: 'Activation mail' },
    does: {
      id: 'Buka email dinas Anda dan cari email aktivasi dari BSrE, juga di folder Spam. Buka tautannya sendiri dan segera; jangan teruskan kepada siapa pun.',
      en: 'Open your office mail and look for the activation mail of BSrE, in the spam folder too. Open its link yourself and soon; forward it to nobody.',
    },
    fix: linkMissing,
  },
  data: {
    label: { id: 'Melengkapi data', en: 'Completing your data' },
    does: {
      id: 'Lengkapi data di laman itu: cocokkan nama dan NIK dengan KTP, lalu ikuti permintaan foto KTP dan foto wajah di laman. Foto hanya untuk laman BSrE, bukan untuk Pandu atau petugas.',
      en: 'Complete your data on that page: compare name and NIK with your identity card, then follow it where it asks for photos of the card and of your face. Those are for the page of BSrE alone, not for Pandu or staff.',
    },
    fix: {
      id: 'Nama atau NIK di laman berbeda dari KTP? Jangan lanjutkan; verifikator membetulkannya dahulu. Foto ditolak? Cari tempat terang, KTP dan wajah utuh dalam bingkai, izinkan kamera di peramban, atau coba peramban lain.',
      en: 'Name or NIK on the page differ from your card? Do not go on; the verifier corrects them first. Is a photo refused? Find a bright place, keep card and face whole in the frame, allow the camera in the browser, or try another browser.',
    },
  },
  notice: {
    label: { id: 'Notifikasi aktivasi (ASN)', en: 'Activation notice (ASN)' },
    does: {
      id: 'Notifikasi aktivasi berbeda menurut status kepegawaian. Untuk ASN (PNS dan PPPK): setelah data cocok, laman meminta Anda memeriksa email dinas, lalu membuat passphrase lewat tautan di dalamnya. Sudah terbuka? Tekan Sudah.',
      en: 'The activation notice differs by employment status. For ASN (PNS and PPPK): once the data fit, the page tells you to look at your office mail and to set the passphrase through the link in it. Is it open? Press Done.',
    },
    fix: {
      id: `Notifikasinya meminta Anda menghubungi verifikator? Berarti akun perlu diverifikasi dahulu; minta bantuan di bawah. ${linkMissing.id}`,
      en: `Does the notice tell you to contact the verifier? Then the account must be verified first; ask for help below. ${linkMissing.en}`,
    },
  },
  verification: {
    label: { id: 'Verifikasi akun oleh verifikator', en: 'Verification by the verifier' },
    does: {
      id: 'Notifikasi aktivasi berbeda menurut status kepegawaian. Untuk Lainnya (bukan ASN): laman meminta Anda menghubungi verifikator di instansi, yang memverifikasi akun Anda di AMS. Sudah diverifikasi dan email berikutnya tiba? Tekan Sudah. Belum? Tekan Terkendala; kami yang menyampaikannya kepada verifikator.',
      en: 'The activation notice differs by employment status. For others (not ASN): the page tells you to contact the verifier of your agency, who verifies your account in AMS. Is that done and the next mail there? Press Done. Not yet? Press I am stuck; we tell the verifier.',
    },
  },
  window: {
    label: { id: 'Masa perpanjangan', en: 'Time for the renewal' },
    does: {
      id: 'Sertifikat yang masih aktif dapat diperpanjang mulai 30 hari sebelum berakhir; sejak itu tombolnya tampil di AMS (portal akun BSrE). Tombolnya sudah ada? Tekan Sudah. Ingin tahu kapan? Tulis tanggal berakhirnya, misalnya 24 November 2027.',
      en: 'An active certificate can be renewed from 30 days before its end; from then on AMS (the portal of BSrE for accounts) shows the button. Is it there? Press Done. Want to know when? Write the day of its end, for example 24 November 2027.',
    },
    fix: {
      id: 'Tulis tanggal berakhirnya (tampil di AMS, pada daftar sertifikat Anda), dan kami hitungkan kapan perpanjangan dibuka. Sudah kurang dari 30 hari tetapi tombolnya tidak ada? Minta bantuan di bawah.',
      en: 'Write the day of its end (AMS shows it in the list of your certificates), and we work out when the renewal opens. Less than 30 days left and still no button? Ask for help below.',
    },
  },
  profile: {
    label: { id: 'Pengecekan data diri', en: 'Check of your data' },
    does: {
      id: 'Buka laman penerbitan di AMS (portal akun BSrE), atau lewat tautan dari BSrE di email dinas dan/atau nomor terdaftar Anda. Klik “Lihat Data Profil Anda” dan pastikan kembali data Anda telah sesuai. Sudah sesuai? Klik Lanjutkan.',
      en: 'Open the issuance page in AMS (the portal of BSrE for accounts), or through the link of BSrE in your office mail and/or at your registered number. Click “Lihat Data Profil Anda” (see your profile) and make sure once more that your data are right. Are they? Click Lanjutkan (go on).',
    },
    fix: {
      id: `Ada data yang tidak sesuai? Jangan lanjutkan; ubah datanya dahulu. Laman menolak karena sertifikat lama masih aktif? Perpanjangan baru dibuka 30 hari sebelum berakhir. ${newLink.id}`,
      en: `Is something wrong in your data? Do not go on; have it changed first. Does the page refuse because the old certificate is active? A renewal opens 30 days before its end. ${newLink.en}`,
    },
  },
  selfie: {
    label: { id: 'Swafoto', en: 'Selfie' },
    does: {
      id: 'Laman meminta swafoto untuk memastikan bahwa passphrase dibuat oleh Anda sendiri. Foto wajah Anda dicocokkan dengan data Kependudukan dan Pencatatan Sipil (Dukcapil). Ambil fotonya di laman BSrE saja; Pandu dan petugas tidak memerlukannya.',
      en: 'The page asks for a selfie to make sure that you set the passphrase yourself. The picture of your face is matched with the civil registry (Dukcapil). Take it on the page of BSrE only; Pandu and staff do not need it.',
    },
    fix: {
      id: 'Cari tempat terang dengan cahaya dari depan; lepas masker, kacamata, dan topi; wajah tegak dan utuh dalam bingkai. Kamera tidak terbuka? Izinkan kamera di peramban, coba peramban atau jaringan lain. Berkali-kali tidak cocok? Data Dukcapil Anda mungkin perlu diperiksa; minta bantuan di bawah.',
      en: 'Find a bright place with light from the front; take off mask, glasses and hat; keep your face upright and whole in the frame. Does the camera not open? Allow it in the browser, try another browser or network. No match again and again? Your Dukcapil data may need a check; ask for help below.',
    },
  },
  passphrase: {
    label: { id: 'Membuat passphrase', en: 'Setting the passphrase' },
    does: {
      id: 'Buat passphrase dan isi sekali lagi sampai keduanya sama. WAJIB oleh Anda sendiri dan TIDAK boleh diwakilkan siapa pun, juga ajudan, admin, atau verifikator. Ikuti ketentuan yang tampil di laman BSrE; jangan simpan di peramban, dan jangan tulis di obrolan mana pun.',
      en: 'Set a passphrase and repeat it until both are the same. You MUST do this yourself and may NOT have anybody do it for you, no aide, admin or verifier. Follow the rules shown on the page of BSrE; do not save it in the browser, and write it in no chat.',
    },
    fix: {
      id: `Ditolak? Ikuti ketentuan yang tampil di laman, dan pastikan kedua isian sama persis. Laman tertutup sebelum selesai? Buka lagi tautannya. ${newLink.id}`,
      en: `Refused? Follow the rules shown on the page, and make sure that both entries are exactly the same. Did the page close too early? Open the link again. ${newLink.en}`,
    },
  },
  consent: {
    label: { id: 'Persetujuan dan Submit', en: 'Consent and Submit' },
    does: {
      id: 'Baca, pahami, dan setujui “Kebijakan Privasi dan Persetujuan Perjanjian Pemilik Sertifikat Elektronik”: klik “Setuju”. Tombol “Submit” aktif setelah passphrase terkonfirmasi sama dan persetujuan diberikan. Lanjut klik “Submit”.',
      en: 'Read, understand and accept the privacy policy and the agreement of certificate owners: click “Setuju” (agree). The button “Submit” is active once both passphrases match and consent is given. Then click “Submit”.',
    },
    fix: {
      id: 'Submit belum aktif? Periksa dua hal: kedua passphrase sama, dan persetujuan sudah diberikan. Keduanya sudah? Muat ulang laman, atau buka lagi tautannya dengan peramban lain. Ada pesan kesalahan? Ambil tangkapan layarnya tanpa passphrase, lalu minta bantuan di bawah.',
      en: 'Submit not active? Check two things: both passphrases match, and consent is given. Both done? Load the page again, or open the link in another browser. Is there a message? Take a screenshot without the passphrase, then ask for help below.',
    },
  },
  link: {
    label: { id: 'Tautan Reset Passphrase', en: 'Reset Passphrase link' },
    does: {
      id: 'Minta tautan (pranala) Reset-Passphrase di laman BSrE. Tautannya dikirim ke email dinas dan/atau nomor terdaftar Anda. Buka sendiri dan segera; jangan teruskan kepada siapa pun. Sudah terbuka? Tekan Sudah.',
      en: 'Ask for a Reset-Passphrase link on the page of BSrE. It is sent to your office mail and/or registered number. Open it yourself and soon; forward it to nobody. Is it open? Press Done.',
    },
    fix: {
      id: `${linkMissing.id} Email dinas tidak dapat dibuka? Minta bantuan di bawah.`,
      en: `${linkMissing.en} You cannot open your office mail? Ask for help below.`,
    },
  },
  leaked: {
    label: { id: 'Passphrase bocor', en: 'Leaked passphrase' },
    does: {
      id: 'Passphrase yang diketahui orang lain dianggap bocor, dan dapat dipakai menandatangani atas nama Anda. Cabut sertifikatnya; pencabutan karena bocor didahulukan. Akun AMS dinonaktifkan BSrE, atau diduga dikuasai orang lain? Ajukan reaktivasi akun. Tidak dipakai siapa pun dan akun aman? Ganti sekarang lewat panduan Lupa passphrase.',
      en: 'A passphrase that others know counts as leaked and can be used to sign in your name. Have the certificate revoked; a leak goes first. Has BSrE disabled your AMS account, or may others have it? Ask for its reactivation. Used by nobody and the account safe? Replace it now with the guide Forgot passphrase.',
    },
  },
}

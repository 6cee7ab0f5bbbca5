import type { Role } from '../../core/case/actor.ts'
import type { Bilingual } from './language.ts'

/** Who of staff writes, as the requester reads it. */
export const staffRole: Readonly<Partial<Record<Role, Bilingual>>> = {
  verifier: { id: 'Verifikator', en: 'Verifier' },
  agent: { id: 'Petugas contact center BSrE', en: 'Agent of the contact center of BSrE' },
}

/** What the requester's chat says while it speaks with staff. */
export const talkText = {
  ask: {
    id: 'Tulis pesan Anda untuk petugas. Setiap teks yang Anda kirim sekarang masuk ke pengajuan ini. Jangan kirim passphrase, kata sandi, atau kode.',
    en: 'Write your message to staff. Every text that you send now goes to this request. Never send a passphrase, password or code.',
  },
  sent: {
    id: 'Pesan terkirim ke petugas. Balasannya datang di obrolan ini. Tulis lagi bila perlu, atau lanjutkan pengisian.',
    en: 'Your message has gone to staff. The answer comes into this chat. Write more if you need to, or go on.',
  },
  joined: {
    id: 'Pengajuan ini sudah berakhir; pesan Anda ditambahkan ke sana dan petugas membacanya. Masalahnya belum selesai? Buka kembali.',
    en: 'This request has ended; your message was added to it, and staff will read it. Is the trouble not over? Open it again.',
  },
  joinedOnly: {
    id: 'Pengajuan ini sudah berakhir; pesan Anda ditambahkan ke sana dan petugas membacanya.',
    en: 'This request has ended; your message was added to it, and staff will read it.',
  },
  which: { id: 'Pesan ini tentang pengajuan yang mana?', en: 'Which request is the message about?' },
  whichIsMeant: {
    id: 'Anda punya lebih dari satu pengajuan yang diproses. Pesan tadi tentang yang mana? Pesan itu kami simpan dan baru diteruskan ke petugas setelah Anda memilih.',
    en: 'More than one request of yours is under way. Which one was that message about? It is kept, and goes to staff only once you choose.',
  },
  forNobody: { id: '✕ Bukan untuk petugas', en: '✕ Not for staff' },
  dropped: { id: 'Pesan itu tidak diteruskan dan tidak disimpan.', en: 'That message went nowhere and is not kept.' },
  nobody: {
    id: 'Belum ada pengajuan terkirim, jadi belum ada petugas yang melihat isian Anda. Ajukan pertanyaan lewat tombol di bawah; isian Anda tetap tersimpan dan dilanjutkan dengan /lanjut.',
    en: 'No request of yours has been sent, so no staff can see what you filled in. Ask a question by the button below; what you filled in is kept, go on with /lanjut.',
  },
  textOnly: {
    id: 'Di sini hanya teks yang diteruskan ke petugas. Berkas dikirim pada langkah bukti.',
    en: 'Only text goes to staff here. Files are sent at the step for proof.',
  },
} as const satisfies Record<string, Bilingual>

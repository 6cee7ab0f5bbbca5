import type { grounds } from '../../core/handling/search.ts'
import type { PersonKey } from '../../core/ticket/plain-words.ts'
import type { Bilingual } from './language.ts'

/** Words of the page that finds cases. */
export const searchText = {
  title: { id: 'Cari', en: 'Search' },
  field: {
    id: 'Cari: nomor pengajuan, kata, nama, NIP, NIK, atau e-mail',
    en: 'Search: case number, words, name, NIP, NIK or e-mail',
  },
  placeholder: { id: 'Nomor, kata, NIP, e-mail', en: 'Number, words, NIP, e-mail' },
  button: { id: 'Cari', en: 'Search' },
  hint: {
    id: 'Tulis nomor pengajuan, atau kata dari jawaban, pesan, catatan, dan nama file. NIP, NIK, dan e-mail dicari utuh dan tidak tampil di alamat halaman ini.',
    en: 'Write a case number, or words of answers, messages, notes and file names. NIP, NIK and e-mail are looked for whole and do not show in the address of this page.',
  },
  nothingAsked: {
    id: 'Tidak ada yang dapat dicari dari tulisan itu. Tulis paling sedikit satu kata (dua huruf), NIP atau NIK yang lengkap, atau alamat e-mail. Nomor telepon tidak dicari.',
    en: 'There is nothing to look for in that. Write one word at the least (two letters), a whole NIP or NIK, or a mail address. Phone numbers are not searched.',
  },
  inAddress: {
    id: 'NIP, NIK, dan e-mail tidak dicari dari alamat halaman, karena alamat tersimpan di riwayat peramban. Tulis di kolom pencarian.',
    en: 'NIP, NIK and e-mail are not looked for from the address of a page, for a browser keeps addresses. Write them into the search field.',
  },
  none: {
    id: 'Tidak ada pengajuan instansi Anda yang memuat semuanya.',
    en: 'No case of your agencies has all of it.',
  },
  advice: {
    id: 'Kurangi kata atau periksa ejaannya; coba NIP, NIK, e-mail dinas, atau nomor pengajuan. Yang baru saja ditulis dapat dicari beberapa saat lagi.',
    en: 'Leave words out or check their spelling; try the NIP, NIK, office mail or case number. What was written just now can be found in a moment.',
  },
  by: { id: 'Ditemukan', en: 'Found' },
  newestFirst: { id: 'Terbaru di atas.', en: 'Newest first.' },
  more: { id: 'Yang lebih lama', en: 'Older ones' },
  top: { id: 'Ke yang terbaru', en: 'To the newest' },
} as const satisfies Record<string, Bilingual>

/** By what a case was found. */
export const foundBy: Readonly<Record<(typeof grounds)[number], Bilingual>> = {
  person: { id: 'lewat NIP, NIK, atau e-mail', en: 'by NIP, NIK or e-mail' },
  name: { id: 'lewat nama', en: 'by name' },
  words: { id: 'lewat kata', en: 'by words' },
}

export const personKeyName: Readonly<Record<PersonKey['kind'], string>> = { nip: 'NIP', nik: 'NIK', mail: 'e-mail' }

/** Said when more words were written than are looked for. */
export const onlyFirst = (count: number): Bilingual => ({
  id: `Hanya ${count} kata pertama yang dicari.`,
  en: `Only the first ${count} words are looked for.`,
})

import { savedViewsMax } from '../../core/handling/saved-views.ts'
import type { DueSpan } from '../../core/ticket/due-span.ts'
import type { Bilingual } from './language.ts'

/** Words of the filter of a list and of the lists that a person keeps. */
export const viewText = {
  due: { id: 'Batas', en: 'Due' },
  holder: { id: 'Dipegang', en: 'Held by' },
  text: { id: 'Memuat kata', en: 'With the words' },
  textHint: { id: 'bukan NIP, NIK, atau e-mail', en: 'not a NIP, NIK or e-mail' },
  newestOnly: {
    id: 'Banyak yang memuat kata ini: hanya 300 pengajuan terbaru yang diperiksa. Tambahkan kata agar lebih tepat.',
    en: 'Many have these words: only the newest 300 cases were looked at. Add a word to be more exact.',
  },
  name: { id: 'Nama tampilan', en: 'Name of the view' },
  keep: { id: 'Simpan tampilan', en: 'Keep as a view' },
  rename: { id: 'Ganti nama', en: 'Rename' },
  drop: { id: 'Hapus tampilan', en: 'Delete the view' },
} as const satisfies Record<string, Bilingual>

/** Who opened a case last. */
export const lastOpened = (name: string, when: string): Bilingual => ({
  id: `Dibuka ${name}, ${when}`,
  en: `Opened by ${name}, ${when}`,
})

export const dueSpanName: Readonly<Record<DueSpan, Bilingual>> = {
  over: { id: 'Sudah lewat', en: 'Overdue' },
  today: { id: 'Sampai hari ini', en: 'By today' },
  week: { id: 'Sampai akhir minggu', en: 'By the end of the week' },
}

/** What came of a form about views, or of an address that was left. */
export const viewDone = {
  'view-kept': { id: 'Tampilan disimpan.', en: 'The view is kept.' },
  'view-dropped': { id: 'Tampilan dihapus.', en: 'The view is deleted.' },
  'view-nameless': { id: 'Tulis dulu nama tampilannya.', en: 'Give the view a name first.' },
  'view-person': {
    id: 'Nama dan saringan tampilan tidak boleh memuat NIP, NIK, nomor telepon, atau e-mail.',
    en: 'Name and filter of a view may not hold a NIP, NIK, phone number or mail address.',
  },
  'view-many': {
    id: `Paling banyak ${savedViewsMax} tampilan. Hapus satu dulu.`,
    en: `No more than ${savedViewsMax} views. Delete one first.`,
  },
  'no-person': {
    id: 'NIP, NIK, dan e-mail tidak disaring di sini karena akan tampil di alamat. Cari lewat kolom di atas.',
    en: 'NIP, NIK and e-mail are no filter here, as they would show in the address. Use the search above.',
  },
} as const satisfies Record<string, Bilingual>

export type ViewDone = keyof typeof viewDone
export const isViewDone = (code: string | undefined): code is ViewDone =>
  code !== undefined && Object.hasOwn(viewDone, code)
/** Those that say what was not done. */
export const isViewRefusal = (code: ViewDone): boolean => code !== 'view-kept' && code !== 'view-dropped'

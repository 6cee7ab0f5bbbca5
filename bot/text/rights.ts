import type { KeptReason } from '../../core/privacy/erasure.ts'
import type { Bilingual, Language } from './language.ts'

/** Why a case stays, as its person and staff are told. */
export const keptText: Readonly<Record<KeptReason, Bilingual>> = {
  'on-hold': {
    id: 'ditahan untuk keperluan hukum atau pemeriksaan',
    en: 'held for a legal matter or an audit',
  },
  'still-open': {
    id: 'masih diproses; ajukan lagi setelah selesai atau dibatalkan',
    en: 'still being worked on; ask again once it has ended or was cancelled',
  },
  'kept-by-law': { id: 'disimpan menurut jadwal retensi arsip', en: 'kept by the archive schedule' },
}

/** What stands where a case was shown that is erased. */
export const erasedText: Readonly<Record<Language, (number: string) => string>> = {
  id: (number) => `${number} · DIHAPUS\nData pengajuan ini sudah dihapus dan tidak dapat dikembalikan.`,
  en: (number) => `${number} · ERASED\nThe data of this request was erased and cannot be brought back.`,
}

/** In the place of a file that was deleted when its time was over, before the day of that. */
export const retiredText: Bilingual = {
  id: 'Dihapus sesuai masa simpan',
  en: 'Deleted at the end of its retention period',
}

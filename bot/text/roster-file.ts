import { rosterColumns } from '../../core/agency/roster-line.ts'
import type { Bilingual } from './language.ts'

/** Why a file is no roster at all. */
export type RosterFileFault =
  | { readonly code: 'utf-16' | 'workbook' | 'no-header' | 'no-lines' }
  | { readonly code: 'not-utf-8' | 'quotes'; readonly line: number }
  | { readonly code: 'header'; readonly missing: readonly string[]; readonly unknown: readonly string[] }
  | { readonly code: 'unreadable'; readonly reason: string }

const header = rosterColumns.join(',')
const save: Bilingual = {
  id: 'Di Excel pilih File › Save As › "CSV UTF-8 (Comma delimited) (*.csv)", lalu impor berkas itu.',
  en: 'In Excel choose File › Save As › "CSV UTF-8 (Comma delimited) (*.csv)" and import that file.',
}

/** What is wrong with a file and what to do; nothing of it was imported. */
export function rosterFileSentence(fault: RosterFileFault): Bilingual {
  switch (fault.code) {
    case 'utf-16':
      return both({ id: 'Berkas ini tersimpan sebagai UTF-16.', en: 'The file is saved as UTF-16.' }, save)
    case 'workbook':
      return both({ id: 'Ini buku kerja Excel, bukan CSV.', en: 'This is an Excel workbook, not a CSV.' }, save)
    case 'not-utf-8':
      return both(
        {
          id: `Huruf di baris ${fault.line} bukan UTF-8 (mungkin tersimpan sebagai Windows-1252).`,
          en: `Line ${fault.line} is not UTF-8 (probably saved as Windows-1252).`,
        },
        save,
      )
    case 'no-header':
      return {
        id: `Baris pertama harus berbunyi: ${header}`,
        en: `The first line must read: ${header}`,
      }
    case 'header':
      return headerSentence(fault)
    case 'no-lines':
      return { id: 'Berkas ini tidak berisi satu pegawai pun.', en: 'The file holds nobody at all.' }
    case 'quotes':
      return {
        id: `Tanda kutip di sekitar baris ${fault.line} tidak ditutup atau tidak pada tempatnya.`,
        en: `A quotation mark near line ${fault.line} is not closed or stands where none may be.`,
      }
    case 'unreadable':
      return {
        id: `Berkas tidak dapat dibaca (${fault.reason}).`,
        en: `The file cannot be read (${fault.reason}).`,
      }
  }
}

const both = (one: Bilingual, other: Bilingual): Bilingual => ({
  id: `${one.id} ${other.id}`,
  en: `${one.en} ${other.en}`,
})

function headerSentence({
  missing,
  unknown,
}: {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}): Bilingual {
  const parts = (lacks: string, knows: string, order: string) =>
    [
      ...(missing.length > 0 ? [`${lacks} ${missing.join(', ')}`] : []),
      ...(unknown.length > 0 ? [`${knows} ${unknown.join(', ')}`] : []),
      ...(missing.length + unknown.length === 0 ? [order] : []),
    ].join('; ')
  return {
    id: `Judul kolom keliru: ${parts('kurang', 'tidak dikenal', 'urutannya lain atau ada yang berulang')}. Baris pertama harus berbunyi: ${header}`,
    en: `The header is wrong: ${parts('it lacks', 'unknown', 'another order, or a column twice')}. The first line must read: ${header}`,
  }
}

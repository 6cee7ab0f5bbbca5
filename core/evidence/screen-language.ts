import type { Screen } from './screen.ts'
import { bareOf, holds } from './wording.ts'

const indonesian = [
  'pemindaian',
  'ancaman',
  'selesai',
  'tanggal',
  'jumlah',
  'perangkat',
  'tidak ada',
  'kata sandi',
  'ditemukan',
  'terdeteksi',
  'diperiksa',
  'dipindai',
]
const english = ['scanned', 'threats', 'completed', 'finished', 'found', 'detected', 'security', 'password', 'files']

/** True when a screen's words are Indonesian more than English; product names are English everywhere. */
export function isIndonesian({ rows }: Screen): boolean {
  const bare = rows.map(bareOf)
  const count = (words: readonly string[]) => words.filter((word) => bare.some((row) => holds(row, word))).length
  return count(indonesian) > count(english)
}

import type { DossierFault, DossierFinding, DossierReport } from '../../core/legalise/dossier-report.ts'
import { visible } from './escape.ts'
import type { Bilingual, Language } from './language.ts'
import { timeText } from './moment.ts'
import { verdictSentence } from './signature.ts'

/** What each finding means for whoever received the dossier. */
const findingText: Readonly<Record<DossierFault, Bilingual>> = {
  CANNOT_OPEN: { id: 'Berkas ini tidak dapat dibuka.', en: 'This file could not be opened.' },
  TOO_BIG: {
    id: 'Berkas ini terlalu besar untuk sebuah berkas pengajuan.',
    en: 'This file is too big to be a dossier.',
  },
  NOT_A_ZIP: { id: 'Ini bukan berkas ZIP, atau berkasnya terpotong.', en: 'This is no ZIP file, or it is cut off.' },
  DAMAGED: { id: 'Berkas ZIP ini rusak dan tidak dapat dibaca.', en: 'This ZIP file is damaged and cannot be read.' },
  TOO_MANY_ENTRIES: {
    id: 'Isinya terlalu banyak; ini bukan berkas dari Pandu.',
    en: 'It holds too many files; this is no dossier of Pandu.',
  },
  TOO_MUCH_INSIDE: {
    id: 'Isinya membengkak di luar batas saat dibuka; tidak dibuka demi keamanan.',
    en: 'It would swell beyond all limits when unpacked; it was not unpacked, to be safe.',
  },
  UNSAFE_NAME: {
    id: 'Ada nama yang menunjuk ke luar ZIP atau memuat tanda terlarang.',
    en: 'A name points out of the ZIP or holds forbidden signs.',
  },
  DUPLICATE_NAME: { id: 'Nama yang sama ada lebih dari sekali.', en: 'The same name occurs more than once.' },
  ENCRYPTED: {
    id: 'Isinya dikunci kata sandi; Pandu tidak membuat ZIP begitu.',
    en: 'It is locked by a password; Pandu makes no such ZIP.',
  },
  UNKNOWN_METHOD: { id: 'Cara pemampatannya tidak dikenal.', en: 'It is packed in an unknown way.' },
  MANIFEST_MISSING: { id: 'Daftar berkas tidak ada.', en: 'The manifest is missing.' },
  MANIFEST_MALFORMED: { id: 'Daftar berkas tidak dapat dibaca.', en: 'The manifest cannot be read.' },
  MANIFEST_ALTERED: { id: 'Daftar berkas diubah.', en: 'The manifest was altered.' },
  FILE_MISSING: { id: 'Berkas ini tidak ada.', en: 'This file is missing.' },
  FILE_EXTRA: {
    id: 'Berkas ini bukan bagian dari yang dilegalisasi.',
    en: 'This file is no part of what was legalised.',
  },
  FILE_ALTERED: { id: 'Berkas ini diubah setelah dilegalisasi.', en: 'This file was altered after it was legalised.' },
  COVER_ALTERED: { id: 'Lembar pengantar diubah.', en: 'The cover sheet was altered.' },
  SUMS_ALTERED: { id: 'Daftar sidik SHA-256 diubah.', en: 'The list of SHA-256 digests was altered.' },
  CONTAINER_ALTERED: {
    id: 'Semua berkas di dalamnya benar, tetapi ZIP ini bukan ZIP yang dibuat Pandu: dikemas ulang, atau strukturnya diubah.',
    en: 'All files inside are right, but this is not the ZIP that Pandu made: it was packed anew, or its structure was altered.',
  },
  COVER_UNREADABLE: { id: 'Lembar pengantar tidak dapat dibaca.', en: 'The cover sheet cannot be read.' },
  COVER_OTHER_MANIFEST: {
    id: 'Lembar pengantar ini milik daftar berkas yang lain.',
    en: 'This cover sheet belongs to another manifest.',
  },
  COVER_QR_OTHER: {
    id: 'Kode QR pada lembar pengantar tidak cocok dengan daftar berkas.',
    en: 'The QR code on the cover sheet does not match the manifest.',
  },
  COVER_NOT_SIGNED: {
    id: 'Lembar pengantar seharusnya ditandatangani verifikator secara elektronik, tetapi tidak ada tanda tangannya.',
    en: 'The cover sheet should be signed electronically by the verifier, but there is no signature.',
  },
  COVER_SIGNATURE_BAD: {
    id: 'Tanda tangan elektronik pada lembar pengantar tidak dapat diterima.',
    en: 'The electronic signature of the cover sheet cannot be accepted.',
  },
}

const words = {
  expected: { id: 'seharusnya', en: 'expected' },
  found: { id: 'ditemukan', en: 'found' },
  good: {
    id: '✅ Berkas utuh: setiap berkas sama dengan yang dilegalisasi.',
    en: '✅ The dossier is whole: every file is as it was legalised.',
  },
  number: { id: 'Pengajuan', en: 'Case' },
  file: { id: 'lampiran', en: 'file' },
  files: { id: 'lampiran', en: 'files' },
  legalised: { id: 'dilegalisasi', en: 'legalised' },
  cover: { id: 'SHA-256 lembar pengantar', en: 'SHA-256 of the cover sheet' },
  approval: {
    id: 'Legalisasinya tercatat di meja kerja Pandu: bandingkan SHA-256 ini dengan yang tampil di sana.',
    en: 'The legalisation is recorded at the desk of Pandu: compare this SHA-256 with the one shown there.',
  },
  signature: { id: 'Tanda tangan lembar pengantar', en: 'Signature of the cover sheet' },
} as const satisfies Record<string, Bilingual>

/** What a dossier is worth, for people, a line each. Names are data: signs that could draw are spelled out. */
export function dossierSentences(report: DossierReport, language: Language): readonly string[] {
  const say = (text: Bilingual): string => text[language]
  const { verdict, findings, dossier, signature } = report
  return [
    ...(verdict === 'VALID'
      ? [say(words.good)]
      : findings.map((finding) => `⛔ ${findingSentence(finding, language)}`)),
    ...(dossier === null ? [] : headOf(dossier, say, language)),
    ...(signature === null ? [] : [`${say(words.signature)}: ${verdictSentence(signature, language)}`]),
    ...(verdict === 'VALID' && dossier?.legalisation === 'approval' ? [say(words.approval)] : []),
  ]
}

function findingSentence({ code, name, expected, found }: DossierFinding, language: Language): string {
  const sentence = findingText[code][language]
  const place = name === undefined ? '' : `${oneLine(name)}: `
  const hashes = [
    ...(expected === undefined ? [] : [`${words.expected[language]} ${oneLine(expected)}`]),
    ...(found === undefined ? [] : [`${words.found[language]} ${oneLine(found)}`]),
  ]
  return `${place}${sentence}${hashes.length === 0 ? '' : ` (${hashes.join('; ')})`}`
}

const headOf = (
  { number, files, legalisedAt, coverSha256 }: NonNullable<DossierReport['dossier']>,
  say: (text: Bilingual) => string,
  language: Language,
): readonly string[] => [
  `${say(words.number)} ${visible(number)}: ${files} ${say(files === 1 ? words.file : words.files)}, ${say(words.legalised)} ${momentOf(legalisedAt, language)}`,
  ...(coverSha256 === null ? [] : [`${say(words.cover)}: ${coverSha256}`]),
]

/** A name may hold anything; here it takes one line and moves no cursor. */
const oneLine = (text: string): string => visible(text).replace(/[\p{Cc}\p{Cf}]/gu, '?')

/** What stands in the manifest is only as good as the manifest. */
const momentOf = (at: string, language: Language): string =>
  Number.isNaN(Date.parse(at)) ? visible(at) : timeText(at, language)

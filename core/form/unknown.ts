import { cleanLine } from './typed-text.ts'

const NOT = '(?:tidak|tdk|tak|gak?|gk|g|nggak|ngga|enggak|kaga|kagak|kurang|blm|belum)'
const KNOW = '(?:tahu|tau|thu|ingat|inget|yakin|paham)'
const UNKNOWN = new RegExp(
  `^(?:(?:maaf|mohon maaf|wah|hmm|saya|sy|aku|i)[ ,]*)*(?:${NOT} ?${KNOW}|lupa|entah(?:lah)?|(?:i )?(?:don'?t|do not) (?:know|remember)|dunno|idk|not sure|unknown|tidak diketahui|n/?a|[-–—]+)(?: (?:saya|sy|pak|bu|min|kak|lagi|lg|persis|pasti|pastinya|juga|sorry))*$`,
)

/** Tells whether an answer says that the person does not know: *Tidak tahu*, "ga tau", "don't know", "-". */
export function isUnknownAnswer(text: string): boolean {
  const plain = cleanLine(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[.!…~]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return UNKNOWN.test(plain)
}

/** What nobody of staff may ever ask for. */
const secret =
  /\b(?:pass ?phrase|frasa sandi|kata sandi|password|sandi|otp|pin|(?:kode|code) (?:verifikasi|rahasia|otp)|verification code)(?:nya|mu|kan)?\b/

/** How one asks for something. */
const asking =
  /\b(?:kirim(?:kan|lah)?|sebut(?:kan|lah)?|beri(?:kan|tahu(?:kan)?)?|minta|mohon|tulis(?:kan|lah)?|balas|informasikan|sampaikan|bagikan|apa|berapa|perlu|butuh|send|tell|give|share|reply with|provide|write|what is|need)\b/

const forbidding = /\b(?:jangan|tidak|tak|tanpa|bukan|never|not|dont|nobody|without)\b/

/** The name of a service, or what was done with a secret: nobody hands one out by that. */
const ofService =
  /\b(?:reset|atur ulang|mengatur ulang|ubah|mengubah|ganti|mengganti|lupa|buat|membuat|change|changing|forgot|forgotten)(?: (?:your|the|anda))? (?:pass ?phrase|kata sandi|password|sandi|pin)\b|\b(?:pass ?phrase|kata sandi|password|sandi|pin)(?: (?:anda|email|dinas|akun))* (?:sudah|telah|diganti|diubah|direset)\b/g

/**
 * True when a message seems to ask its reader for a passphrase, password, PIN or one-time code. Words about resetting
 * one, or against handing one out, are left alone.
 */
export function asksForSecret(text: string): boolean {
  const sentences = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[.!?;\n]+/)
  return sentences.some((sentence) => {
    const plain = sentence.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(ofService, ' ')
    return secret.test(plain) && asking.test(plain) && !forbidding.test(plain)
  })
}

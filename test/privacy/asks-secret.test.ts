import { expect, it } from 'vitest'
import { asksForSecret } from '../../core/privacy/asks-secret.ts'

it.each([
  'Mohon kirimkan kode OTP Anda.',
  'Silakan balas dengan passphrase Anda',
  'Apa kata sandi email dinas Anda?',
  'sebutkan PIN-nya ya',
  'Please send me your passphrase.',
  'What is the verification code?',
  'Selamat pagi. Kami perlu password-nya untuk memeriksa.',
  'Kirim password baru Anda supaya kami reset',
  'Kirimkan passphrase Anda, akan kami ganti.',
])('Asks for a secret: %s', (text) => expect(asksForSecret(text)).toBe(true))

it.each([
  'Jangan kirim passphrase kepada siapa pun.',
  'Petugas tidak pernah meminta kode OTP.',
  'Mohon kirim ulang tangkapan layar hasil pemindaian.',
  'Silakan atur ulang passphrase Anda lewat tautan dari BSrE.',
  'Kirim tangkapan layar bahwa password email sudah diganti? Cukup, sudah kami terima.',
  'Never send your password to anybody.',
  'Please send the signed form.',
  'Pengajuan lupa passphrase Anda perlu foto yang lebih jelas.',
])('Asks for none: %s', (text) => expect(asksForSecret(text)).toBe(false))

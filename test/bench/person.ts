/** The answers of the n-th person to the questions about a lost authenticator, in their order; every value is made up. */
export const answersOf = (n: number): readonly string[] => [
  'Tidak tahu',
  `Rina ${'ABCDEFGHIJ'[n % 10]}hayu`,
  'PNS',
  `198504122010012${String((n % 999) + 1).padStart(3, '0')}`,
  `340401520485${String((n % 9999) + 1).padStart(4, '0')}`,
  `orang${n}@jogjaprov.go.id`,
  `08123456${String(n % 10_000).padStart(4, '0')}`,
  'Bidang Aplikasi',
  'Pranata Komputer',
  'HP hilang',
  'kemarin',
]

/** What opens such a case when it is typed. */
export const opening = 'Ganti HP / authenticator hilang'
export const backwards = 'Kembali'

/** The number of the question in a message of the bot; undefined for any other message. */
export function stepIn(text: string): number | undefined {
  const found = /Langkah (\d+) dari \d+/.exec(text)
  return found === null ? undefined : Number(found[1])
}

/** True for the last look before sending. */
export const isCheck = (text: string): boolean => text.includes('Periksa jawaban Anda')

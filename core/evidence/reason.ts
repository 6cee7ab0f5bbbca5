/** Why a verifier returns an item or rejects a case (`domain.md` §8); each code has a sentence in `bot/text`. */
export const reasonCodes = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
  'R21',
  'R22',
  'R23',
  'R25',
  'R90',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const isReasonCode = (code: string): code is ReasonCode => reasonCodes.some((known) => known === code)

/** R90 is a reason in the verifier's own words, of this length at the least. */
export const ownWords: ReasonCode = 'R90'
export const ownWordsMin = 10

const scan = ['R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R20', 'R21', 'R90'] as const

/** The reasons that fit an item, the likeliest first; by the name of its field or evidence kind. */
export const reasonsFor: Readonly<Record<string, readonly ReasonCode[]>> = {
  nik: ['R01', 'R90'],
  nip: ['R02', 'R90'],
  name: ['R03', 'R90'],
  email: ['R04', 'R90'],
  agency: ['R05', 'R90'],
  employment: ['R05', 'R90'],
  'antivirus-scan': scan,
  'ios-condition': ['R16', 'R15', 'R20', 'R21', 'R90'],
  scannedAt: ['R13', 'R17', 'R90'],
  devices: ['R15', 'R90'],
  passwordChangedAt: ['R19', 'R17', 'R90'],
  'email-password-change': ['R18', 'R19', 'R16', 'R17', 'R20', 'R21', 'R90'],
}
export const otherReasons: readonly ReasonCode[] = ['R06', 'R90']

/** What goes back along with an item for a reason whose sentence asks for it, of the same device: a new picture. */
export const broughtAlong: Readonly<Record<string, Readonly<Partial<Record<ReasonCode, string>>>>> = {
  scannedAt: { R13: 'antivirus-scan', R17: 'antivirus-scan' },
  passwordChangedAt: { R17: 'email-password-change', R19: 'email-password-change' },
}

/** The reasons that end a case. */
export const rejectReasons: readonly ReasonCode[] = ['R05', 'R22', 'R23', 'R25', 'R90']

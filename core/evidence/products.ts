import { custom, full, type ModeWordings, quick } from './mode-wordings.ts'

/** The order in which a product writes day and month of a date in numbers. */
export type DateOrder = 'day-first' | 'month-first'

/** What is known of how one product shows its results. Wordings are compared without blanks, case and signs. */
export interface Product {
  readonly name: string
  /** Wordings that only this product shows. */
  readonly marks: readonly string[]
  readonly modes: ModeWordings
  /** The mode stands on a line of its own, or behind one of these wordings only. */
  readonly modeAfter?: readonly string[]
  /** Of dates in numbers, when the screen is in English; Indonesian ones are day first. */
  readonly englishOrder: DateOrder
  /** True when the product writes dates in its own way, whatever the system is set to. */
  readonly hasOwnDates?: true
}

const avastModes: ModeWordings = {
  full: [...full, 'full virus scan', 'pemindaian virus penuh', 'deep scan'],
  quick: [...quick, 'smart scan', 'pemindaian pintar'],
  custom: [...custom, 'targeted scan', 'pemindaian bertarget'],
}

/**
 * How products name themselves and their scans. All wordings are recollections of the products' screens (`evidence.md`
 * §3), none was checked against a running product of today: whoever sees another one adds it here.
 */
export const products: readonly Product[] = [
  {
    // Windows Security of Windows 10 and 11, page "Virus & threat protection". Its "Quick scan" button is always there.
    name: 'windows',
    marks: [
      'windows security',
      'keamanan windows',
      'virus & threat protection',
      'perlindungan virus & ancaman',
      'firewall & network protection',
      'firewall & perlindungan jaringan',
      'app & browser control',
      'kontrol aplikasi & browser',
      'device performance & health',
      'performa & kesehatan perangkat',
      'allowed threats',
      'ancaman yang diizinkan',
      'microsoft defender',
    ],
    modes: { full, quick, custom },
    modeAfter: ['last scan', 'pemindaian terakhir'],
    englishOrder: 'month-first',
  },
  {
    // Kaspersky Standard, Plus and Endpoint Security: a task's name is the title of its report.
    name: 'kaspersky',
    marks: ['kaspersky'],
    modes: { full, quick, custom: [...custom, 'selective scan', 'pemindaian selektif'] },
    englishOrder: 'day-first',
    hasOwnDates: true,
  },
  {
    // Avast and AVG share their screens; "Smart Scan" looks at the places where threats usually are.
    name: 'avast',
    marks: ['avast'],
    modes: avastModes,
    englishOrder: 'month-first',
  },
  {
    // AVG calls Avast's full virus scan "Deep Scan" in some editions.
    name: 'avg',
    marks: ['avg antivirus', 'avg internet security'],
    modes: avastModes,
    englishOrder: 'month-first',
  },
  {
    // ESET Endpoint Antivirus and NOD32: the profile "In-depth scan" reads everything, "Smart scan" is the usual one.
    name: 'eset',
    marks: ['eset endpoint', 'eset nod32', 'eset internet security', 'eset smart security', 'eset security'],
    modes: {
      full: [...full, 'in-depth scan', 'pemindaian mendalam'],
      quick: [...quick, 'smart scan', 'pemindaian pintar'],
      custom,
    },
    englishOrder: 'month-first',
  },
  {
    // Bitdefender Total Security and Endpoint Security Tools: "System Scan" is the whole device.
    name: 'bitdefender',
    marks: ['bitdefender', 'your system is clean'],
    modes: {
      full: [...full, 'system scan', 'full system scan', 'pemindaian sistem'],
      quick,
      custom: [...custom, 'contextual scan'],
    },
    englishOrder: 'month-first',
  },
  {
    // Smadav: the tab "Scan" names the area.
    name: 'smadav',
    marks: ['smadav'],
    modes: { full, quick, custom: [...custom, 'folder scan', 'removable scan'] },
    englishOrder: 'day-first',
    hasOwnDates: true,
  },
  {
    name: 'mcafee',
    marks: ['mcafee'],
    modes: { full, quick, custom },
    englishOrder: 'month-first',
  },
  {
    name: 'norton',
    marks: ['norton 360', 'norton security', 'norton antivirus'],
    modes: {
      full: [...full, 'full system scan'],
      quick: [...quick, 'smart scan'],
      custom: [...custom, 'targeted scan'],
    },
    englishOrder: 'month-first',
  },
  {
    // Its usual "Threat Scan" leaves out most files; only "Custom Scan" over all drives would be full.
    name: 'malwarebytes',
    marks: ['malwarebytes'],
    modes: { full: [], quick: [...quick, 'threat scan'], custom },
    englishOrder: 'month-first',
  },
  {
    name: 'trendmicro',
    marks: ['trend micro', 'officescan', 'apex one'],
    modes: { full, quick, custom: [...custom, 'manual scan'] },
    englishOrder: 'month-first',
  },
  {
    name: 'sophos',
    marks: ['sophos'],
    modes: { full: [...full, 'system scan'], quick, custom },
    englishOrder: 'month-first',
  },
]

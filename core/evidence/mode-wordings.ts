import type { ScanMode } from './facts.ts'

/** What a product calls its scans, by what they are. */
export type ModeWordings = Readonly<Record<ScanMode, readonly string[]>>

/** What most products call a scan of the whole device; recollections, like `products.ts`. */
export const full = ['full scan', 'pemindaian penuh', 'pemindaian lengkap', 'pindai penuh']
/** What most products call a scan of the usual places. */
export const quick = ['quick scan', 'pemindaian cepat', 'pindai cepat']
/** What most products call a scan of chosen places. */
export const custom = ['custom scan', 'pemindaian kustom', 'pemindaian khusus', 'pindai kustom']

/** Modes of a screen whose product could not be told: wordings that mean the same wherever they are used. */
export const commonModes: ModeWordings = {
  full: [
    ...full,
    'full virus scan',
    'full system scan',
    'pemindaian virus penuh',
    'in-depth scan',
    'pemindaian mendalam',
  ],
  quick: [...quick, 'smart scan', 'pemindaian pintar'],
  custom: [...custom, 'selective scan', 'pemindaian selektif', 'targeted scan', 'pemindaian bertarget', 'folder scan'],
}

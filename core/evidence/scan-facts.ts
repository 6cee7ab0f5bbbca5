import type { ScanFacts } from './facts.ts'
import { type Product, products } from './products.ts'
import { scanModeOf } from './scan-mode.ts'
import { threatsOf } from './scan-threats.ts'
import type { Screen } from './screen.ts'
import { dayOf } from './screen-day.ts'
import { isIndonesian } from './screen-language.ts'
import { numberBeside } from './screen-number.ts'
import { codeOf, deviceOf } from './screen-sign.ts'
import { bareOf, holds } from './wording.ts'

const filesLabels = [
  'files scanned',
  'files tested',
  'scanned objects',
  'scanned items',
  'scanned files',
  'file dipindai',
  'file diuji',
  'file yang diperiksa',
  'file yang dipindai',
  'objek dipindai',
  'objek yang dipindai',
  'item yang dipindai',
]

/** What the screen of a finished scan says; null is what it does not say, or not twice the same. */
export function scanFactsOf(screen: Screen): ScanFacts {
  const product = productOf(screen)
  const day = dayOf(screen, product, isIndonesian(screen))
  return {
    product: product?.name ?? null,
    scanMode: scanModeOf(screen, product),
    threats: threatsOf(screen),
    scannedOn: day?.day ?? null,
    scannedOnOtherwise: day?.otherwise ?? null,
    scannedAt: day?.time ?? null,
    filesScanned: numberBeside(screen.rows.map(bareOf), filesLabels),
    device: deviceOf(screen),
    code: codeOf(screen),
  }
}

function productOf({ rows }: Screen): Product | null {
  const bare = rows.map(bareOf)
  const [product, ...others] = products.filter(({ marks }) =>
    marks.some((mark) => bare.some((row) => holds(row, mark))),
  )
  return product === undefined || others.length > 0 ? null : product
}

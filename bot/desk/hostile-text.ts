import { maskDigits } from '../../core/privacy/mask.ts'
import { visible } from '../text/escape.ts'

// A NIK has 16 digits and a NIP 18; people group them by blanks, dots and dashes.
const longNumber = /\d(?:[ .-]?\d){14,}/g

/** What somebody typed, as a page may show it: nothing hidden in it, and no NIK or NIP that slipped into free text. */
export const shownText = (typed: string): string => visible(typed).replace(longNumber, maskDigits)

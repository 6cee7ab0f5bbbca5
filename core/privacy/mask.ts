const DOTS = '•••'
const SHOWN_DIGITS = 4

/** A name as chats and cards show it, first letters only: "R••• S•••". */
export function maskName(name: string): string {
  const initials = name.match(/(?<![\p{L}\p{M}'’.-])\p{L}/gu) ?? []
  return initials.length === 0 ? DOTS : initials.map((initial) => `${initial.toUpperCase()}${DOTS}`).join(' ')
}

/** A NIP, NIK or other number by its last four digits; a short one not at all. */
export function maskDigits(digits: string): string {
  const only = digits.replace(/\D/g, '')
  return only.length < 2 * SHOWN_DIGITS ? DOTS : `${DOTS}${only.slice(-SHOWN_DIGITS)}`
}

/** A phone number by its last four digits: "+62•••7890"; the country is no secret. */
export function maskPhone(phone: string): string {
  return `${phone.startsWith('+62') ? '+62' : ''}${maskDigits(phone.replace(/^\+62/, ''))}`
}

/** A mail address by its first letter and its domain: "b•••@jogjaprov.go.id". */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const first = /^\p{L}/u.exec(address)?.[0] ?? ''
  return at < 1 ? DOTS : `${first}${DOTS}${address.slice(at)}`
}

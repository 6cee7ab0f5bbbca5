import { faulty, type Parsed, taken } from './fault.ts'
import { cleanLine } from './typed-text.ts'

const LOCAL_MAX = 64
const ADDRESS_MAX = 254
const LOCAL_PART = /^[a-z0-9_+-]+(?:[.'][a-z0-9_+-]+)*$/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

// A mailbox several people read: nobody's own name is on it.
const ROLE_NAMES = new Set(
  `abuse aduan admin administrator bagian bidang cs contact csirt dinas diskominfo email helpdesk help hostmaster hubungi
  humas info informasi kantor kepegawaian kominfo kontak kotaksurat layanan mail noreply office operator pelayanan
  pengaduan persuratan postmaster ppid root security sekretariat sekda sistem subbag support surat tu umum uptd user
  webmaster`.split(/\s+/),
)
// As the first word of an address these name an office even when its name follows: `dinas.kesehatan`.
const OFFICE_WORDS = new Set('admin administrator bidang dinas humas info operator sekretariat subbag uptd'.split(' '))

/** Any address, lower-cased. */
export function parseEmail(text: string): Parsed<string> {
  const address = bareAddress(text)
  if (address === '') return faulty('empty')
  if (address.length > ADDRESS_MAX) return faulty('too-long', { found: address.length, max: ADDRESS_MAX })
  const [local, domain] = partsOf(address)
  if (!LOCAL_PART.test(local) || !DOMAIN.test(domain)) return faulty('not-an-address')
  return local.length > LOCAL_MAX ? faulty('too-long', { found: local.length, max: LOCAL_MAX }) : taken(address)
}

/**
 * A personal office mailbox, lower-cased, in one of an agency's domains.
 * @param domains `jogjaprov.go.id` stands for itself, `*.jogjaprov.go.id` for everything below it
 */
export function parseOfficeEmail(text: string, domains: readonly string[]): Parsed<string> {
  const read = parseEmail(text)
  if (!read.ok) return read
  const [local, domain] = partsOf(read.value)
  if (!domains.some((allowed) => isWithin(domain, allowed))) return faulty('other-domain', { at: local.length + 2 })
  return isRoleMailbox(local) ? faulty('role-mailbox') : read
}

function partsOf(address: string): readonly [local: string, domain: string] {
  const at = address.indexOf('@')
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
}

function bareAddress(text: string): string {
  return cleanLine(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/^(?:e-?mail *: *)?(?:<? *mailto:)?<? */, '')
    .replace(/[ >.,;]+$/, '')
    .replace(/ *@ */, '@')
}

function isWithin(domain: string, allowed: string): boolean {
  const wanted = allowed.trim().toLowerCase().replace(/^@/, '')
  return wanted.startsWith('*.')
    ? domain.endsWith(wanted.slice(1)) && domain.length >= wanted.length
    : domain === wanted
}

function isRoleMailbox(local: string): boolean {
  const words = local
    .replace(/\+.*$/, '')
    .replace(/[0-9]+/g, '')
    .split(/[._'-]+/)
    .filter((word) => word !== '')
  return words.length === 0 || ROLE_NAMES.has(words.join('')) || OFFICE_WORDS.has(words[0] ?? '')
}

/** What lies in the archive of a dossier besides the files of its manifest. */
export const dossierNames = {
  cover: 'cover-sheet.pdf',
  manifest: 'manifest.json',
  timeline: 'timeline.json',
  /** As `sha256sum -c` reads it, for whoever has no Pandu at hand. */
  sums: 'SHA256SUMS',
} as const

const folder = 'files/'
const nameMax = 80
// Devices of Windows: a file of that name cannot be unpacked there.
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/** A name that is no path, that every system can unpack, and that is nobody else's; names are data. */
function safeName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(plain) ?? []
  const shorter = stem.slice(0, nameMax)
  const base = shorter === '' ? 'file' : reserved.test(shorter) ? `file-${shorter}` : shorter
  const numbered = (n: number): string => `${base}${n === 1 ? '' : `-${n}`}${ending}`
  for (let n = 1; ; n += 1) if (!taken.has(numbered(n).toLowerCase())) return numbered(n)
}

/** The names of a dossier's files inside its archive, in order; no two differ by case alone. */
export function namesInArchive(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeName(name, taken)
    taken.add(safe.toLowerCase())
    return `${folder}${safe}`
  })
}

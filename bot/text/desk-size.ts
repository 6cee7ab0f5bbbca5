import type { Language } from './language.ts'

/** A size in bytes as people read it: "812 B", "46 KB", "1,2 MB". */
export function sizeText(sizeBytes: number, language: Language): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`
  const kilobytes = sizeBytes / 1024
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`
  const megabytes = (kilobytes / 1024).toFixed(1)
  return `${language === 'id' ? megabytes.replace('.', ',') : megabytes} MB`
}

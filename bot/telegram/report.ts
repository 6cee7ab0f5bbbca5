/** Tells operators what happened, by ids, codes and counts only; `info` unless said otherwise. */
export type Report = (
  what: string,
  facts?: Readonly<Record<string, string | number>>,
  level?: 'info' | 'warn' | 'error',
) => void

/** What operators do about a token that Telegram does not know; nothing else of the program waits for it. */
export const reportUnknownToken = (report: Report, code: number): void =>
  report(
    'Telegram does not know TELEGRAM_BOT_TOKEN: take the token anew from BotFather (/mybots, API Token), look whether TELEGRAM_API_ROOT is right, then start again; requesters are not served until then',
    { code },
    'error',
  )

/** Where the tray of mails is. */
export const trayPath = '/desk/mail'

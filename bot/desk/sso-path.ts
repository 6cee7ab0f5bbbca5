/** Where signing in by a login service begins. */
export const ssoPath = '/desk/sso'

/** Where the login service sends people back to; registered there as it stands after the public address. */
export const ssoBackPath = '/desk/sso/back'

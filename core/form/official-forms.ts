import { dataChangeForm } from './data-change-form.ts'
import type { FormName } from './form-name.ts'
import type { FormLayout } from './layout.ts'
import { resetAuthenticatorForm } from './reset-authenticator-form.ts'

/** Every official form by its name. */
export const officialForms: Readonly<Record<FormName, FormLayout>> = {
  'reset-authenticator': resetAuthenticatorForm,
  'data-change': dataChangeForm,
}

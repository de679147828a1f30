import { codeForm, phoneField } from './phone-form';

/** A helper begins: whose business, by her number, and the code she read out. */
export const joinHelpForm = codeForm.extend({ phone: phoneField });

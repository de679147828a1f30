const SECRETS = /pin|kode|sandi|password|^code$|^secret$/i;

/** Whether what stands in a field of this name is typed anew rather than sent back in a page: a PIN, a code, a password. */
export function isSecretField(name: string): boolean {
  return SECRETS.test(name);
}

/** What was typed into a form, without its secrets. */
export function withoutSecrets(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isSecretField(name)));
}

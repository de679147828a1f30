import { type Answer, type SendOptions, send } from './http-client';

/** A browser without JavaScript: keeps cookies, sends our own forms, follows no redirect. */
export class HttpBrowser {
  readonly jar = new Map<string, string>();

  /** `session`: the secret of somebody who signed in already. */
  constructor(
    readonly origin: string,
    session?: string,
  ) {
    if (session) this.jar.set('sesi', session);
  }

  /** With a form, sends it. */
  visit(path: string, form?: Record<string, string>): Promise<Answer> {
    return this.ask(path, form ? { form } : {});
  }

  /** Sends a form with files, its body made. */
  sendFiles(path: string, { body, type }: { body: Buffer; type: string }): Promise<Answer> {
    const headers = { 'Content-Type': type, Origin: this.origin, 'Sec-Fetch-Site': 'same-origin' };
    return this.ask(path, { body, headers });
  }

  private async ask(path: string, { headers, ...rest }: SendOptions): Promise<Answer> {
    const Cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(this.origin, path, { ...rest, headers: { ...headers, ...(Cookie && { Cookie }) } });
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (/Max-Age=0/.test(each)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}

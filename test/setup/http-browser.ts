import { type Answer, send } from './http-client';

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

  async visit(path: string, form?: Record<string, string>): Promise<Answer> {
    const Cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(this.origin, path, { ...(form ? { form } : {}), headers: Cookie ? { Cookie } : {} });
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (/Max-Age=0/.test(each)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}

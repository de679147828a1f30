export interface CookieOptions {
  /** Seconds; 0 takes the cookie away; left out: until the browser closes. */
  maxAge?: number;
  path?: string;
}

/** The value of one cookie of this request; null when it is not there. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const cut = part.indexOf('=');
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim();
  }
  return null;
}

/** True when this request came over https; the guard has checked the origin against the configured ones. */
export function isSecure(request: Request): boolean {
  return request.url.startsWith('https:');
}

/** A `Set-Cookie` value: never readable by scripts, never sent along by other sites' forms. The value must be plain ASCII. */
export function writeCookie(request: Request, name: string, value: string, { maxAge, path = '/' }: CookieOptions = {}) {
  const parts = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Lax'];
  if (isSecure(request)) parts.push('Secure');
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}

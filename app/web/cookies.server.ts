export interface CookieOptions {
  /** Seconds; 0 takes the cookie away; left out: until the browser closes. */
  maxAge?: number;
  path?: string;
}

/** As much of a request as cookies need; a web Request has it, and so has a node one in a light dress. */
export interface CookieRequest {
  url: string;
  headers: { get: (name: string) => string | null };
}

/** The value of one cookie of this request; null when it is not there. */
export function readCookie(request: CookieRequest, name: string): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const cut = part.indexOf('=');
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim();
  }
  return null;
}

/** True when this request came over https; the guard has checked the origin against the configured ones. */
export function isSecure(request: CookieRequest): boolean {
  return request.url.startsWith('https:');
}

/** A `Set-Cookie` value: never readable by scripts, never sent along by other sites' forms. The value must be plain ASCII. */
export function writeCookie(
  request: CookieRequest,
  name: string,
  value: string,
  { maxAge, path = '/' }: CookieOptions = {},
) {
  const parts = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Lax'];
  if (isSecure(request)) parts.push('Secure');
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}

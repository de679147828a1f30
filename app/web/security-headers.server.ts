const POLICY = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
};

const write = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** Policy of every plain page and file: no inline script or style anywhere. */
export const PLAIN_POLICY = write(POLICY);

/** Policy of a hydrated page: Remix's few inline scripts carry this nonce. Such a page is never cached. */
export function policyWithNonce(nonce: string): string {
  return write({ ...POLICY, 'script-src': `'self' 'nonce-${nonce}'` });
}

/** Headers of every answer. `same-origin`, because with `no-referrer` our own forms would send `Origin: null`. */
export const SECURITY_HEADERS: Record<string, string> = {
  'Content-Security-Policy': PLAIN_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'X-DNS-Prefetch-Control': 'off',
};

/** Only for https origins: browsers ignore it elsewhere. */
export const TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains';

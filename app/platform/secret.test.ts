import { describe, expect, it } from 'vitest';
import { makeSecrets } from './secret.server';

const secrets = makeSecrets({ secretKey: 'k'.repeat(32) });
const others = makeSecrets({ secretKey: 'o'.repeat(32) });

describe('secrets', () => {
  it('open what they sealed, and seal the same text differently each time', () => {
    const sealed = [secrets.seal('3271010101900001'), secrets.seal('3271010101900001')];
    expect(sealed.map(secrets.open)).toEqual(['3271010101900001', '3271010101900001']);
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed[0]).not.toContain('3271');
  });

  it('refuse what was changed, shortened or sealed with another key', () => {
    const sealed = secrets.seal('482913');
    const [version, nonce, tag, body] = sealed.split('.');
    const changed = body?.startsWith('A') ? `B${body.slice(1)}` : `A${body?.slice(1)}`;
    expect(() => secrets.open([version, nonce, tag, changed].join('.'))).toThrow();
    expect(() => secrets.open([version, nonce, tag?.slice(0, 6), body].join('.'))).toThrow();
    expect(() => others.open(sealed)).toThrow();
    expect(() => secrets.open('482913')).toThrow();
  });

  it('give one fingerprint a text, another with another key', () => {
    expect(secrets.hmac('482913')).toBe(secrets.hmac('482913'));
    expect(secrets.hmac('482913')).not.toBe(others.hmac('482913'));
  });

  it('verify what they signed, for that purpose only', () => {
    const signed = secrets.sign('{"q":1}.x', 'basket');
    expect(secrets.verify(signed, 'basket')).toBe('{"q":1}.x');
    expect(secrets.verify(signed, 'session')).toBeNull();
    expect(secrets.verify(`${signed}x`, 'basket')).toBeNull();
    expect(secrets.verify('no-dot', 'basket')).toBeNull();
    expect(others.verify(signed, 'basket')).toBeNull();
  });
});

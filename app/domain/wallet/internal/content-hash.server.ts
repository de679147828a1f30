import { createHash } from 'node:crypto';

/** Fingerprint of what a key was used for; the order of the fields does not matter. */
export function contentHash(content: Record<string, string | number | null>): string {
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

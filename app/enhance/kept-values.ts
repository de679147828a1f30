/** Values of this phone, one key each, so that two windows never overwrite each other's. */

/** Where a browser forbids storage: lives as long as the page. */
const memory = new Map<string, string>();

export function keepValue(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value);
  }
}

export function dropValue(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}

/** The value under a key; null where there is none. */
export function readValue(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keys that begin so, in no promised order. */
export function readKeys(start: string): string[] {
  let stored: string[] = [];
  try {
    stored = Object.keys(localStorage);
  } catch {
    // No storage: only what this page knows.
  }
  return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(start));
}

/** Values under every key that begins so, in no promised order. */
export function readValues(start: string): string[] {
  return readKeys(start).flatMap((key) => readValue(key) ?? []);
}

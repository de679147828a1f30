/** What both engines store alike: text, whole numbers and bytes. */
export type Bindable = string | number | Uint8Array | null;

/**
 * Refuses parameters that one engine would take and the other not, or that it would round in silence:
 * booleans, dates, undefined, bigints, fractions and numbers beyond 2^53.
 */
export function checkBindings(parameters: readonly unknown[]): readonly Bindable[] {
  for (let index = 0; index < parameters.length; index++) {
    const value = parameters[index];
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) continue;
    if (typeof value === 'number' && Number.isSafeInteger(value)) continue;
    throw new TypeError(`parameter ${index + 1} is not text, a safe whole number, bytes or null: ${kindOf(value)}`);
  }
  return parameters as readonly Bindable[];
}

/** Guards a number that came out of the database; above 2^53 it would already be a wrong one. */
export function checkNumber(value: number): number {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new RangeError('a number beyond 2^53 came out of the database');
  return value;
}

// The value itself may be personal, so only its kind is told.
function kindOf(value: unknown): string {
  if (typeof value === 'number') return 'a fraction or an unsafe number';
  return value instanceof Date ? 'a Date' : `a ${typeof value}`;
}

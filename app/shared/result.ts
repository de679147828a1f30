/** What a command answers: a value, or a refusal that is part of the business. Bugs are thrown, absence is null. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

export function accept(): { ok: true; value: undefined };
export function accept<Value>(value: Value): { ok: true; value: Value };
export function accept(value?: unknown) {
  return { ok: true as const, value };
}

export function refuse<Refusal extends { code: string }>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

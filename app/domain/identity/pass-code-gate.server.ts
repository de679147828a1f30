import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import { accept, type Result, refuse } from '~/shared/result';
import { DAY_MS, MINUTE_MS } from '~/shared/time';
import { CODES_A_MINUTE, CODES_PER_SENDER, SENDER_WINDOW_MINUTES } from './identity';

export type CodeGateRefusal = { code: 'codes_held'; gate: 'sender' | 'everybody'; seconds: number };

export interface CodeGateQuestion {
  /** The asker's network address; only its HMAC is kept, for a day. */
  sender: string;
  secrets: Pick<Secrets, 'hmac'>;
  now: number;
}

interface Gate {
  kind: CodeGateRefusal['gate'];
  name: string;
  limit: number;
  windowMs: number;
}

/** `everybody` also names the row of the gate that all share; another row's name is an HMAC. */
export const EVERYBODY = 'everybody';

/**
 * Against floods of codes to many phones, which cost money and trust. Generous, because a whole festival may share one
 * address; a phone's own limit is `sendSignInCode`'s. Counted in the unit of work that sends, so a code refused for
 * another reason is not counted.
 */
export async function passCodeGate(
  tx: Tx,
  { sender, secrets, now }: CodeGateQuestion,
  limits = { everybody: CODES_A_MINUTE, sender: CODES_PER_SENDER },
): Promise<Result<void, CodeGateRefusal>> {
  await tx
    .deleteFrom('identity_code_gate')
    .where('window_start', '<', now - DAY_MS)
    .execute();
  for (const gate of gatesOf(sender, secrets, limits)) {
    // Check and write are one statement, so that many at once cannot all find room.
    const passed = await tx
      .insertInto('identity_code_gate')
      .values({ window_start: windowOf(gate, now), gate: gate.name, sent: 1, held: 0 })
      .onConflict((conflict) =>
        conflict
          .columns(['window_start', 'gate'])
          .doUpdateSet({ sent: sql<number>`identity_code_gate.sent + 1` })
          .where('identity_code_gate.sent', '<', gate.limit),
      )
      .executeTakeFirst();
    if (passed.numInsertedOrUpdatedRows === 1n) continue;
    const seconds = Math.ceil((windowOf(gate, now) + gate.windowMs - now) / 1000);
    return refuse({ code: 'codes_held', gate: gate.kind, seconds });
  }
  return accept();
}

/** Keeps count of what a gate held back; in a unit of work of its own, since a refusal rolls its own back. */
export async function countHeldCode(
  tx: Tx,
  { held, sender, secrets, now }: CodeGateQuestion & { held: CodeGateRefusal['gate'] },
): Promise<void> {
  const gate = gatesOf(sender, secrets).find(({ kind }) => kind === held);
  if (!gate) throw new Error(`no gate ${held}`);
  await tx
    .insertInto('identity_code_gate')
    .values({ window_start: windowOf(gate, now), gate: gate.name, sent: 0, held: 1 })
    .onConflict((conflict) =>
      conflict.columns(['window_start', 'gate']).doUpdateSet({ held: sql<number>`identity_code_gate.held + 1` }),
    )
    .execute();
}

/** In one order everywhere: the shared row is locked last, and for the shortest time. */
function gatesOf(
  sender: string,
  secrets: Pick<Secrets, 'hmac'>,
  limits = { everybody: CODES_A_MINUTE, sender: CODES_PER_SENDER },
): Gate[] {
  const name = secrets.hmac(`code-sender\n${sender}`);
  return [
    { kind: 'sender', name, limit: limits.sender, windowMs: SENDER_WINDOW_MINUTES * MINUTE_MS },
    { kind: 'everybody', name: EVERYBODY, limit: limits.everybody, windowMs: MINUTE_MS },
  ];
}

function windowOf({ windowMs }: Gate, now: number): number {
  return Math.floor(now / windowMs) * windowMs;
}

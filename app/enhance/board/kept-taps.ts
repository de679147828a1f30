import { newSecretId } from '~/shared/ids';
import { dropValue, keepValue, readValues } from '../kept-values';

/** A button as it was tapped, kept on this phone until the server has answered it and a newer queue is on the screen. */
export interface KeptTap {
  id: string;
  /** Order of tapping, across reloads. */
  turn: number;
  /** By this phone's clock, ms. */
  at: number;
  /** Address below the board, and the form. */
  to: string;
  fields: [name: string, value: string][];
  /** What the button says, for the list of what is not sent. */
  label: string;
  ticket: string | null;
  /** State that the ticket shows from now on. */
  becomes: string | null;
  /** When the answer came, ms; null = not sent. */
  answeredAt: number | null;
}

const PREFIX = 'papan-ketukan';

/** One key a tap, so that two windows of one phone never overwrite each other's. */
const keyOf = (stall: string, id: string) => `${PREFIX}:${stall}:${id}`;

/** Every tap of a stall that this phone keeps, in the order of tapping. */
export function readTaps(stall: string): KeptTap[] {
  return readValues(`${PREFIX}:${stall}:`)
    .map((text) => JSON.parse(text) as KeptTap)
    .sort((one, other) => one.turn - other.turn || one.at - other.at);
}

export function keepTap(stall: string, tap: Pick<KeptTap, 'to' | 'fields' | 'label' | 'ticket' | 'becomes'>): void {
  const turn = Math.max(0, ...readTaps(stall).map((kept) => kept.turn)) + 1;
  writeTap(stall, { ...tap, id: newSecretId('tap'), turn, at: Date.now(), answeredAt: null });
}

export function writeTap(stall: string, tap: KeptTap): void {
  keepValue(keyOf(stall, tap.id), JSON.stringify(tap));
}

export function dropTap(stall: string, tap: KeptTap): void {
  dropValue(keyOf(stall, tap.id));
}

import { hkdfSync } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { makeBoundedQueue } from './bounded-queue';
import type { Config } from './config.server';

/** Slow hashing of PINs. Never called inside a unit of work. */
export interface Passwords {
  /** argon2id with a pepper that stands outside the database. Throws QueueFull when too many wait. */
  hash: (secret: string) => Promise<string>;
  verify: (stored: string, secret: string) => Promise<boolean>;
  /** The process is about to end: who still waits is turned away with QueueFull. */
  close: () => void;
}

/** OWASP Password Storage Cheat Sheet (read 2026): argon2id, 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const TEST_COST = { memoryCost: 256, timeCost: 1, parallelism: 1 };

export function makePasswords({ secretKey, mode }: Pick<Config, 'secretKey' | 'mode'>): Passwords {
  const secret = Buffer.from(hkdfSync('sha256', secretKey, 'pestarasa', 'pepper', 32));
  const cost = mode === 'test' ? TEST_COST : COST;
  const queue = makeBoundedQueue('hashing', { runningMax: 2, waitingMax: 200 });
  return {
    // Algorithm 2 is argon2id; the package's enum cannot be used with isolated modules.
    hash: (text) => queue.run(() => hash(text, { ...cost, algorithm: 2, secret })),
    verify: (stored, text) => queue.run(() => verify(stored, text, { secret })),
    close: queue.close,
  };
}

import pino from 'pino';
import type { Config } from './config.server';

export type Logger = pino.Logger;

/** Fields that never reach a log, wherever they stand up to three levels deep. */
const PERSONAL = [
  'phone',
  'to',
  'recipient',
  'email',
  'nik',
  'npwp',
  'nib',
  'accountNumber',
  'pin',
  'code',
  'token',
  'secret',
  'password',
  'cookie',
  'authorization',
  'values',
  'sealed',
  'text',
  'typed',
  'body',
];

const paths = PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
// Phone numbers in running text, such as a provider's complaint.
const PHONE_IN_TEXT = /(?:\+62|\b0)8\d{2}[\d-]{5,12}/g;

/** Hides phone numbers inside a sentence. */
export function hidePhones(sentence: string): string {
  return sentence.replace(PHONE_IN_TEXT, '08••');
}

/** An address for the log: what is itself a key (a one-time sign-in, an order's page) is left out. */
export function hideKeys(path: string): string {
  return path.replace(/(\/masuk\/tautan|\/pesanan)\/[^/.]+/i, '$1/…');
}

/** One JSON line an event; personal fields are replaced by [hidden]. */
export function makeLogger(config: Pick<Config, 'logLevel'>, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: config.logLevel,
    base: null,
    redact: { paths, censor: '[hidden]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options, pino.destination(2));
}

/** What stays of an error: kind, message and stack without phone numbers; database drivers put row values into other fields. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'something that is not an error was thrown' };
  return {
    type: error.name,
    code: (error as { code?: unknown }).code,
    message: hidePhones(error.message),
    stack: hidePhones(error.stack ?? ''),
  };
}

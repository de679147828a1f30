import { join } from 'node:path';
import { z } from 'zod';

/** Only for development, demo and tests; production refuses it. */
export const DEFAULT_SECRET_KEY = 'pestarasa-for-development-only-0000000000';

/** Beside the data of an installation, and beside its backups. */
export const TOMBSTONE_LIST_NAME = 'tombstones.ndjson';

const text = z.string().min(1).optional();
const list = z.string().transform((joined) =>
  joined
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** Every variable the process reads. Empty counts as missing. */
const environment = z.object({
  APP_MODE: z.enum(['production', 'demo', 'development', 'test']).default('development'),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'begins with postgres://')
    .optional(),
  /** Who was erased, outside the database; better on another disk than that. Default: tombstones.ndjson in DATA_DIR. */
  TOMBSTONE_LIST: text,
  /** Comma-separated: the addresses under which people reach the site. */
  ORIGINS: list.optional(),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  SECRET_KEY: z.string().min(32, 'at least 32 characters').default(DEFAULT_SECRET_KEY),
  OPERATOR_PHONE: z
    .string()
    .regex(/^\+62\d{8,13}$/, 'as +628…')
    .optional(),
  /** Tests only: the epoch millisecond at which the process's clock starts. */
  CLOCK_STARTS_AT: z.coerce.number().int().positive().optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).optional(),
  /** Orders in batches; off: each in a unit of work of its own, for comparing. */
  ORDER_LANE: z.enum(['on', 'off']).default('on'),
  /** The rail that fills wallets without money; off in production. */
  SIMULATOR_RAIL: z.enum(['on', 'off']).optional(),
  STRIPE_SECRET_KEY: text,
  STRIPE_PUBLISHABLE_KEY: text,
  STRIPE_WEBHOOK_SECRET: text,
  /** Where stripe-mock listens; tests only. */
  STRIPE_MOCK_URL: z.url().optional(),
  WHATSAPP_TOKEN: text,
  WHATSAPP_PHONE_NUMBER_ID: text,
  WHATSAPP_API_URL: z.url().default('https://graph.facebook.com/v23.0'),
  /** smtp://user:password@host:port or smtps://… */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'begins with smtp:// or smtps://')
    .optional(),
  SMTP_FROM: text,
  /** Our own keys for push (RFC 8292), base64url: 65 and 32 bytes. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, '87 letters of base64url, made as docs/runbooks/production.md says')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, '43 letters of base64url, made as docs/runbooks/production.md says')
    .optional(),
  /** Whom a push service may write to when something is wrong. */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:.+@.+|https:\/\/.+)$/, 'begins with mailto: or https://')
    .optional(),
});

type Environment = z.infer<typeof environment>;

export interface Config {
  mode: Environment['APP_MODE'];
  role: Environment['ROLE'];
  host: string;
  port: number;
  dataDir: string;
  /** PostgreSQL, or null for the SQLite file in dataDir. */
  databaseUrl: string | null;
  databaseFile: string;
  /** Ids of who was erased, kept outside the database (docs/decisions/0194). */
  tombstoneList: string;
  origins: string[];
  trustProxyHops: number;
  secretKey: string;
  operatorPhone: string | null;
  logLevel: string;
  /** Tests only; null = the real time. */
  clockStartsAt: number | null;
  orderLane: 'on' | 'off';
  simulatorRail: 'on' | 'off';
  /** /dev/pesan: messages on the screen instead of a phone; never in production. */
  developmentInbox: 'on' | 'off';
  stripe: StripeConfig | null;
  whatsapp: WhatsappConfig | null;
  smtp: SmtpConfig | null;
  /** Telling a browser that food is ready; off without keys. */
  push: PushConfig | null;
}

export interface StripeConfig {
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
  mockUrl: string | null;
}

export interface WhatsappConfig {
  token: string;
  phoneNumberId: string;
  apiUrl: string;
}

export interface SmtpConfig {
  url: string;
  from: string;
}

export interface PushConfig {
  publicKey: string;
  privateKey: string;
  subject: string;
}

/** Says in words everything that is wrong with the environment; the process does not start. */
export class ConfigProblem extends Error {}

/** Reads the configuration of a process. Throws ConfigProblem naming each wrong variable, never its value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(filled);
  if (!read.success) {
    throw new ConfigProblem(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const config = toConfig(read.data);
  const problems = config.mode === 'production' ? productionProblems(config, filled) : unnamedProblems(config, filled);
  if (problems.length > 0) throw new ConfigProblem(problems.join('\n'));
  return config;
}

function toConfig(env: Environment): Config {
  const isProduction = env.APP_MODE === 'production';
  return {
    mode: env.APP_MODE,
    role: env.ROLE,
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseFile: join(env.DATA_DIR, 'pestarasa.sqlite'),
    tombstoneList: env.TOMBSTONE_LIST ?? join(env.DATA_DIR, TOMBSTONE_LIST_NAME),
    origins: (env.ORIGINS ?? [`http://localhost:${env.PORT}`, `http://127.0.0.1:${env.PORT}`]).map(toOrigin),
    trustProxyHops: env.TRUST_PROXY_HOPS,
    secretKey: env.SECRET_KEY,
    operatorPhone: env.OPERATOR_PHONE ?? null,
    logLevel: env.LOG_LEVEL ?? (env.APP_MODE === 'test' ? 'silent' : 'info'),
    clockStartsAt: env.CLOCK_STARTS_AT ?? null,
    orderLane: env.ORDER_LANE,
    simulatorRail: env.SIMULATOR_RAIL ?? (isProduction ? 'off' : 'on'),
    developmentInbox: isProduction ? 'off' : 'on',
    stripe: readStripe(env),
    whatsapp: readWhatsapp(env),
    smtp: readSmtp(env),
    push: readPush(env),
  };
}

function toOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new ConfigProblem('ORIGINS: each is http(s)://host[:port] without a path');
  }
  return url.origin;
}

/** All parts of a service, or none: half a service would fail on the first customer instead of at start. */
function allOrNone(service: string, parts: Record<string, string | undefined>): boolean {
  const missing = Object.keys(parts).filter((name) => parts[name] === undefined);
  if (missing.length === Object.keys(parts).length) return false;
  if (missing.length > 0)
    throw new ConfigProblem(`${service} needs ${missing.join(', ')} too, or none of its variables`);
  return true;
}

function readStripe(env: Environment): StripeConfig | null {
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = env;
  if (!allOrNone('Stripe', { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET })) return null;
  return {
    secretKey: STRIPE_SECRET_KEY ?? '',
    publishableKey: STRIPE_PUBLISHABLE_KEY ?? '',
    webhookSecret: STRIPE_WEBHOOK_SECRET ?? '',
    mockUrl: env.STRIPE_MOCK_URL ?? null,
  };
}

function readWhatsapp(env: Environment): WhatsappConfig | null {
  const { WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID } = env;
  if (!allOrNone('WhatsApp', { WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID })) return null;
  return { token: WHATSAPP_TOKEN ?? '', phoneNumberId: WHATSAPP_PHONE_NUMBER_ID ?? '', apiUrl: env.WHATSAPP_API_URL };
}

function readSmtp(env: Environment): SmtpConfig | null {
  const { SMTP_URL, SMTP_FROM } = env;
  return allOrNone('SMTP', { SMTP_URL, SMTP_FROM }) ? { url: SMTP_URL ?? '', from: SMTP_FROM ?? '' } : null;
}

function readPush(env: Environment): PushConfig | null {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = env;
  if (!allOrNone('push', { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT })) return null;
  return { publicKey: VAPID_PUBLIC_KEY ?? '', privateKey: VAPID_PRIVATE_KEY ?? '', subject: VAPID_SUBJECT ?? '' };
}

/** Without APP_MODE a process is a development one, with codes on the screen: never at an address on the web. */
function unnamedProblems(config: Config, env: Record<string, string | undefined>): string[] {
  if (env.APP_MODE || !config.origins.some((origin) => origin.startsWith('https://'))) return [];
  return ['APP_MODE: name the mode (production) where ORIGINS are https'];
}

function productionProblems(config: Config, env: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  if (!env.ORIGINS) problems.push('ORIGINS: production names its addresses');
  else if (config.origins.some((origin) => !origin.startsWith('https://'))) {
    problems.push('ORIGINS: production refuses http addresses');
  }
  if (config.secretKey === DEFAULT_SECRET_KEY) problems.push('SECRET_KEY: production refuses the default');
  if (config.clockStartsAt !== null) problems.push('CLOCK_STARTS_AT: production keeps the real time');
  if (config.simulatorRail === 'on') problems.push('SIMULATOR_RAIL: production refuses money that nobody paid');
  if (config.stripe?.mockUrl) problems.push('STRIPE_MOCK_URL: production refuses a pretended bank');
  if (/^[rs]k_test_/.test(config.stripe?.secretKey ?? '')) {
    problems.push('STRIPE_SECRET_KEY: production refuses a test key, whose cards cost nobody anything');
  }
  if (config.whatsapp && !config.whatsapp.apiUrl.startsWith('https://')) {
    problems.push('WHATSAPP_API_URL: production sends codes over https only');
  }
  if (!config.whatsapp) problems.push('WHATSAPP_TOKEN: production needs a sender for sign-in codes');
  if (!config.operatorPhone) problems.push('OPERATOR_PHONE: production names its first operator');
  return problems;
}

import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from './config.server';

const production = {
  APP_MODE: 'production',
  ORIGINS: 'https://pestarasa.example',
  SECRET_KEY: 'a-secret-of-at-least-thirty-two-letters',
  WHATSAPP_TOKEN: 'token',
  WHATSAPP_PHONE_NUMBER_ID: '123',
  OPERATOR_PHONE: '+6281200000001',
};

describe('the configuration', () => {
  it('starts without any variable, on SQLite, with messages on the screen', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'development',
      databaseUrl: null,
      databaseFile: 'data/pestarasa.sqlite',
      developmentInbox: 'on',
      simulatorRail: 'on',
      stripe: null,
      origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    });
  });

  it('takes an empty variable for a missing one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 });
  });

  it('is accepted in production when it is complete', () => {
    expect(readConfig(production)).toMatchObject({ simulatorRail: 'off', developmentInbox: 'off' });
  });

  it.each([
    ['an http address', { ORIGINS: 'https://a.example,http://b.example' }, /ORIGINS/],
    ['no address', { ORIGINS: '' }, /ORIGINS/],
    ['the default secret', { SECRET_KEY: '' }, /SECRET_KEY/],
    ['the simulator rail', { SIMULATOR_RAIL: 'on' }, /SIMULATOR_RAIL/],
    [
      'a card rail of test cards',
      { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'wh' },
      /STRIPE_SECRET_KEY/,
    ],
    ['codes sent over http', { WHATSAPP_API_URL: 'http://graph.example' }, /WHATSAPP_API_URL/],
    ['no mode said at an https address', { APP_MODE: '' }, /APP_MODE/],
    ['no sender for codes', { WHATSAPP_TOKEN: '', WHATSAPP_PHONE_NUMBER_ID: '' }, /WHATSAPP/],
    ['no first operator', { OPERATOR_PHONE: '' }, /OPERATOR_PHONE/],
    [
      'a pretended bank',
      {
        STRIPE_SECRET_KEY: 'sk',
        STRIPE_PUBLISHABLE_KEY: 'pk',
        STRIPE_WEBHOOK_SECRET: 'wh',
        STRIPE_MOCK_URL: 'http://127.0.0.1:1',
      },
      /STRIPE_MOCK_URL/,
    ],
  ])('refuses production with %s', (_, change, words) => {
    expect(() => readConfig({ ...production, ...change })).toThrow(words);
  });

  it.each([
    ['half of Stripe', { STRIPE_SECRET_KEY: 'sk_test' }, /STRIPE_PUBLISHABLE_KEY/],
    ['half of push', { VAPID_PUBLIC_KEY: `B${'a'.repeat(86)}` }, /VAPID_PRIVATE_KEY, VAPID_SUBJECT/],
    ['a push key that is none', { VAPID_PRIVATE_KEY: 'short' }, /VAPID_PRIVATE_KEY/],
    ['half of SMTP', { SMTP_URL: 'smtp://localhost' }, /SMTP_FROM/],
    ['a short secret', { SECRET_KEY: 'short' }, /SECRET_KEY: at least 32/],
    ['an address with a path', { ORIGINS: 'https://a.example/x' }, /ORIGINS/],
    ['another database', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
  ])('refuses %s everywhere', (_, env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigProblem);
    expect(() => readConfig(env)).toThrow(words);
  });

  it('names the variable and never its value', () => {
    expect(() => readConfig({ SECRET_KEY: 'hunter2' })).toThrow(/^(?!.*hunter2)/s);
  });
});

import { expect, it } from 'vitest';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { PersonId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { makePerson } from '../../../test/factories/identity';
import { accepted } from '../../../test/factories/merchants';
import {
  askNew,
  askSignIn,
  BROWSER,
  givePasskey,
  makeAuthenticator,
  PLACE,
  type SoftAuthenticator,
} from '../../../test/factories/passkeys';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readBeforeWriting } from '../../../test/setup/meeting';
import { askNewPasskey } from './ask-passkey.server';
import { makePasskey } from './make-passkey.server';
import { PASSKEYS_MAX, passkeyPlaceAt } from './passkey';
import { readPasskeys } from './read-passkeys.server';
import { readPerson } from './read-person.server';

const refused = (code: string) => ({ ok: false, refusal: { code } });

/** Makes a passkey with a phone, as its person would. */
async function make(
  world: World,
  personId: PersonId,
  answer: ReturnType<SoftAuthenticator['make']>,
  fences: Fences = ALL_FENCES,
) {
  const person = (await readPerson(world.db, personId))!;
  const now = world.clock.now();
  return makePasskey(world.app, { person, answer, name: 'HP', browser: BROWSER, place: PLACE, now, fences });
}

onBothEngines('making a passkey', (engine) => {
  it('needs a challenge of her own, answered here, once, with a key nobody has yet', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const stranger = (await makePerson(world)).personId;
    const phone = makeAuthenticator();
    const gone = refused('passkey_challenge_gone');
    expect(await make(world, personId, phone.make(await askNew(world, stranger)))).toEqual(gone);
    expect(await make(world, personId, phone.make(await askSignIn(world)))).toEqual(gone);
    const late = phone.make(await askNew(world, personId));
    world.clock.advance(5 * MINUTE_MS);
    expect(await make(world, personId, late)).toEqual(gone);
    const elsewhere = phone.make(await askNew(world, personId), { origin: 'https://pestarasa.evil' });
    expect(await make(world, personId, elsewhere)).toEqual(refused('passkey_elsewhere'));
    const wrong = phone.make(await askNew(world, personId), { rpId: 'pestarasa.evil' });
    expect(await make(world, personId, wrong)).toEqual(refused('passkey_wrong'));
    const answer = phone.make(await askNew(world, personId));
    expect(await make(world, personId, answer)).toMatchObject({ ok: true });
    expect(await make(world, personId, answer)).toEqual(gone);
    const again = phone.make(await askNew(world, stranger));
    expect(await make(world, stranger, again)).toEqual(refused('passkey_known'));
    expect(await readPasskeys(world.db, stranger)).toEqual([]);
  });

  it('ends at a number of passkeys nobody needs more of', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const early = makeAuthenticator().make(await askNew(world, personId));
    for (let made = 0; made < PASSKEYS_MAX; made++) await givePasskey(world, personId);
    const full = { ok: false, refusal: { code: 'passkeys_full', most: PASSKEYS_MAX } };
    const person = (await readPerson(world.db, personId))!;
    expect(await askNewPasskey(world.app, { person, browser: BROWSER, place: PLACE, now: world.clock.now() })).toEqual(
      full,
    );
    expect(await make(world, personId, early)).toEqual(full);
  });

  /** One short of the most, and four phones that answer at once. */
  const race = async (fences?: Fences) => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    for (let made = 1; made < PASSKEYS_MAX; made++) await givePasskey(world, personId);
    const answers: ReturnType<SoftAuthenticator['make']>[] = [];
    for (let phone = 0; phone < 4; phone++) answers.push(makeAuthenticator().make(await askNew(world, personId)));
    const atOnce = () => Promise.all(answers.map((answer) => make(world, personId, answer, fences)));
    return { world, atOnce, count: async () => (await readPasskeys(world.db, personId)).length };
  };

  it('four phones at once for the last place: one is kept, the others are told it is full', async () => {
    const { atOnce, count } = await race();
    const made = await atOnce();
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of made) if (!each.ok) expect(each).toMatchObject(refused('passkeys_full'));
    expect(await count()).toBe(PASSKEYS_MAX);
  });

  it('control: without her row held all four are kept, where two can be at work at once', async () => {
    const { world, atOnce, count } = await race({ lock: false, guard: true });
    const made = await readBeforeWriting(world, { table: 'identity_passkey', many: 4 }, atOnce);
    // SQLite has one writer at a time, so each finds what the one before has kept.
    const kept = engine.name === 'sqlite' ? 1 : 4;
    expect([made.filter(({ ok }) => ok).length, await count()]).toEqual([kept, PASSKEYS_MAX - 1 + kept]);
  });

  it('asks for a passkey that finds its person, without attestation, and none this phone has already', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { phone } = await givePasskey(world, personId);
    const person = (await readPerson(world.db, personId))!;
    const asked = accepted(
      await askNewPasskey(world.app, { person, browser: BROWSER, place: PLACE, now: world.clock.now() }),
    );
    expect(asked).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      excludeCredentials: [{ id: phone.id }],
    });
  });

  it('challenges that are over go with the next one', async () => {
    const world = await engine.world();
    await askSignIn(world);
    world.clock.advance(5 * MINUTE_MS);
    await askSignIn(world);
    expect(await world.db.selectFrom('identity_challenge').select('id').execute()).toHaveLength(1);
  });
});

it('a passkey belongs to a name over https, or to the machine itself', () => {
  const at = (origin: string, ...more: string[]) => passkeyPlaceAt(origin, [origin, ...more])?.rpId ?? null;
  expect(at('https://pestarasa.id')).toBe('pestarasa.id');
  expect(at('http://localhost:3000')).toBe('localhost');
  for (const origin of ['http://127.0.0.1:3000', 'https://192.168.1.5', 'https://[::1]:3000', 'http://pestarasa.id'])
    expect(at(origin), origin).toBeNull();
  const origins = ['https://pestarasa.id', 'https://www.pestarasa.id', 'https://notpestarasa.id'];
  expect(origins.map((origin) => passkeyPlaceAt(origin, origins)?.rpId)).toEqual([
    'pestarasa.id',
    'pestarasa.id',
    'notpestarasa.id',
  ]);
});

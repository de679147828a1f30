import { makeStallPhone } from '~/domain/identity/make-stall-phone.server';
import { pairStallPhone } from '~/domain/identity/pair-stall-phone.server';
import { readStallPhones } from '~/domain/identity/read-stall-phones.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { World } from '../setup/world';
import { accepted } from './merchants';

export const STALL_PIN = '2580';

interface StallPhoneWishes {
  merchantId: MerchantId;
  madeBy: PersonId;
  cashierName?: string;
}

/** A stall's phone whose link nobody has opened yet; answers the token of the link. */
export async function makeUnpairedPhone(world: World, wishes: StallPhoneWishes) {
  const { merchantId, madeBy, cashierName = 'Rani' } = wishes;
  const now = world.clock.now();
  const { secrets } = world.app.ports;
  const made = await world.inTransaction((tx) => makeStallPhone(tx, { merchantId, cashierName, madeBy, secrets, now }));
  const stallPhoneId = accepted(made);
  const phones = await readStallPhones(world.db, { merchantId, secrets, now });
  const phone = phones.find(({ id }) => id === stallPhoneId);
  if (!phone?.pairing) throw new Error('a new stall phone has a link');
  return { stallPhoneId, personId: phone.personId, token: phone.pairing.token };
}

/** A stall's phone in use: the secret in its cookie, and its first session's. */
export async function makeStallPhoneInUse(world: World, wishes: StallPhoneWishes) {
  const made = await makeUnpairedPhone(world, wishes);
  const paired = await pairStallPhone(world.app, { token: made.token, pin: STALL_PIN, device: 'Test' });
  const { secret, session } = accepted(paired);
  return { ...made, secret, session: session.secret };
}

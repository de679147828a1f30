import { joinHelp } from '~/domain/identity/join-help.server';
import { offerHelp } from '~/domain/identity/offer-help.server';
import { readPerson } from '~/domain/identity/read-person.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { World } from '../setup/world';
import { makePerson } from './identity';
import { accepted } from './merchants';

interface Business {
  merchantId: MerchantId;
  ownerId: PersonId;
}

/** A code the owner reads out, and the number it goes with. */
export async function offerCode(world: World, { merchantId, ownerId }: Business) {
  const now = world.clock.now();
  const { secrets } = world.app.ports;
  const offered = await world.inTransaction((tx) => offerHelp(tx, { merchantId, ownerId, secrets, now }));
  const owner = await readPerson(world.db, ownerId);
  if (!owner?.phone) throw new Error('an owner has a number');
  return { ...accepted(offered), phone: owner.phone };
}

/** Somebody who types for this business from now on, for half an hour. */
export async function makeHelper(world: World, business: Business, name = 'Dewi'): Promise<PersonId> {
  const { phone, code } = await offerCode(world, business);
  const { personId } = await makePerson(world, { name });
  accepted(await joinHelp(world.app, { phone, code, helperId: personId }));
  return personId;
}

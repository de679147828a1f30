import { askPhoneChange } from '~/domain/identity/ask-phone-change.server';
import { endHelp } from '~/domain/identity/end-help.server';
import { readSession } from '~/domain/identity/read-session.server';
import { sendSignInCode } from '~/domain/identity/send-sign-in-code.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import type { World } from '../setup/world';
import { makeHelper, offerCode } from './help';
import { readSentCode, signInPerson } from './identity';
import { accepted, nextPhone } from './merchants';
import { givePasskey } from './passkeys';
import { makeStallPhoneInUse, makeUnpairedPhone } from './stall-phones';

/** An owner who lets others in: two phones at her stall, a helper who typed, a number of hers that is to change, and a passkey. */
export async function letOthersIn(
  world: World,
  { personId, merchantId, phone }: { personId: PersonId; merchantId: MerchantId; phone: E164 },
): Promise<void> {
  const now = world.clock.now();
  const business = { merchantId, madeBy: personId };
  await makeStallPhoneInUse(world, business);
  await makeUnpairedPhone(world, business);
  const helperId = await makeHelper(world, { merchantId, ownerId: personId });
  await world.inTransaction(async (tx) =>
    accepted(await updateProfile(tx, { merchantId, changes: { district: 'Ilir' }, by: helperId, now })),
  );
  await world.inTransaction(async (tx) => accepted(await endHelp(tx, { merchantId, helperId, now })));
  await offerCode(world, { merchantId, ownerId: personId });
  const toPhone = nextPhone();
  const session = await readSession(world.db, { secret: await signInPerson(world, personId), now });
  await world.inTransaction((tx) =>
    sendSignInCode(tx, { phone: toPhone, language: 'id', secrets: world.app.ports.secrets, now }),
  );
  const code = await readSentCode(world.app, toPhone);
  const wish = { personId, sessionId: session!.id, fromPhone: phone, toPhone, code, language: 'id' as const };
  accepted(await askPhoneChange(world.app, wish));
  await givePasskey(world, personId);
}

import { addMember } from '~/domain/identity/add-member.server';
import { changePerson } from '~/domain/identity/change-person.server';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import type { Role, ScopeKind } from '~/domain/identity/identity';
import { openSession } from '~/domain/identity/open-session.server';
import type { AppContext } from '~/platform/app-context';
import type { MessagePayload } from '~/platform/message.server';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { nextPhone } from './merchants';

type MakingWorld = Pick<AppContext, 'inTransaction' | 'clock'>;

export interface PersonWishes {
  phone?: E164;
  name?: string;
  role?: { scopeKind: ScopeKind; scopeId: string; role: Role };
}

/** A person with a phone that nobody can own, and one role if wished. */
export async function makePerson(
  world: MakingWorld,
  { phone = nextPhone(), name, role }: PersonWishes = {},
): Promise<{ personId: PersonId; phone: E164 }> {
  const now = world.clock.now();
  return world.inTransaction(async (tx) => {
    const personId = await findOrMakePersonByPhone(tx, { phone, now });
    if (name) await changePerson(tx, { personId, name });
    if (role) await addMember(tx, { personId, ...role, createdBy: null, now });
    return { personId, phone };
  });
}

/** Signs a person in; answers the secret of her session. */
export async function signInPerson(world: MakingWorld, personId: PersonId): Promise<string> {
  const now = world.clock.now();
  const { secret } = await world.inTransaction((tx) => openSession(tx, { personId, device: 'Test', how: 'code', now }));
  return secret;
}

/** The code of the newest sign-in message to a phone, as only its receiver would know it. */
export async function readSentCode(app: Pick<AppContext, 'db' | 'ports'>, phone: E164): Promise<string> {
  const rows = await app.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('kind', '=', 'message.send')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  for (const { payload } of rows) {
    const message = JSON.parse(payload) as MessagePayload;
    if (!('phone' in message.to) || message.to.phone !== phone || !message.sealedValues) continue;
    return (JSON.parse(app.ports.secrets.open(message.sealedValues)) as { code: string }).code;
  }
  throw new Error('no code was sent to this phone');
}

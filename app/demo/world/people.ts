import { addMember } from '~/domain/identity/add-member.server';
import { changePerson } from '~/domain/identity/change-person.server';
import { createOrganisation } from '~/domain/identity/create-organisation.server';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { type Cast, CITY, goTo, type Stage } from './stage';

/** Demo-safe numbers only: 0810-0000-xxxx belongs to nobody. */
export function demoPhone(last: number): E164 {
  return `+62810000${String(last).padStart(5, '0')}` as E164;
}

const OPERATOR = demoPhone(9001);
const ORGANISER = demoPhone(9002);

/** Scene 1: the installation gets its operator, who opens an organisation for the Dinas and invites its officer. */
export async function seatPeople(stage: Stage): Promise<Cast> {
  const now = goTo(stage, '2026-10-26', '08:00');
  return stage.app.inTransaction(async (tx) => {
    const operatorId = await makePerson(tx, { phone: OPERATOR, name: 'Operator Contoh', now });
    const role = { createdBy: null, now } as const;
    await addMember(tx, {
      personId: operatorId,
      scopeKind: 'installation',
      scopeId: 'installation',
      role: 'operator',
      ...role,
    });
    const organiserId = await makePerson(tx, { phone: ORGANISER, name: 'Rani Contoh', now });
    const organisationId = await createOrganisation(tx, {
      name: 'Dinas UMKM Kota Contoh',
      kind: 'government',
      regionCode: CITY,
      createdBy: operatorId,
      now,
    });
    await addMember(tx, {
      personId: organiserId,
      scopeKind: 'organisation',
      scopeId: organisationId,
      role: 'organiser',
      createdBy: operatorId,
      now,
    });
    return { operatorId, organiserId, organisationId };
  });
}

export async function makePerson(
  tx: Tx,
  { phone, name, now }: { phone: E164; name: string; now: number },
): Promise<PersonId> {
  const personId = await findOrMakePersonByPhone(tx, { phone, now });
  await changePerson(tx, { personId, name });
  return personId;
}

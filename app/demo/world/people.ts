import { addMember } from '~/domain/identity/add-member.server';
import { changePerson } from '~/domain/identity/change-person.server';
import { createOrganisation } from '~/domain/identity/create-organisation.server';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import type { Cast, Stage } from './stage';

/** Demo-safe numbers only: 0810-0000-xxxx belongs to nobody. */
export function demoPhone(last: number): E164 {
  return `+62810000${String(last).padStart(5, '0')}` as E164;
}

const OPERATOR = demoPhone(9001);

/** The installation gets its operator. */
export async function seatOperator({ app }: Stage): Promise<PersonId> {
  const now = app.clock.now();
  return app.inTransaction(async (tx) => {
    const personId = await makePerson(tx, { phone: OPERATOR, name: 'Operator Contoh', now });
    const scope = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    await addMember(tx, { personId, ...scope, createdBy: null, now });
    return personId;
  });
}

export interface Office {
  /** Says in itself that it is a sample. */
  name: string;
  regionCode: string;
  officer: { name: string; phone: E164 };
}

/** The operator opens an organisation for a city's Dinas and takes its officer in. */
export async function seatOffice({ app }: Stage, { name, regionCode, officer }: Office): Promise<Cast> {
  const now = app.clock.now();
  return app.inTransaction(async (tx) => {
    const createdBy = await makePerson(tx, { phone: OPERATOR, name: 'Operator Contoh', now });
    const organiserId = await makePerson(tx, { ...officer, now });
    const organisationId = await createOrganisation(tx, { name, kind: 'government', regionCode, createdBy, now });
    const scope = { scopeKind: 'organisation', scopeId: organisationId, role: 'organiser' } as const;
    await addMember(tx, { personId: organiserId, ...scope, createdBy, now });
    return { organiserId, organisationId };
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

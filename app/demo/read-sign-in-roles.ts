import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';

export interface RoleOfDemo {
  /** merchant | organiser | customer | operator */
  role: string;
  name: string;
  personId: PersonId;
}

/** One person of each role to sign in as: owner of a stall at the festival, organiser, customer with a wallet, operator. */
export async function readSignInRoles(db: ReadDb): Promise<RoleOfDemo[]> {
  const owner = db
    .selectFrom('festival_participation as p')
    .innerJoin('identity_member as m', (join) =>
      join.onRef('m.scope_id', '=', 'p.merchant_id').on('m.role', '=', 'owner'),
    )
    .innerJoin('identity_person as person', 'person.id', 'm.person_id')
    .innerJoin('merchant_profile as merchant', 'merchant.id', 'p.merchant_id')
    .select(['person.id as personId', 'merchant.stall_name as name'])
    .where('p.ended_at', 'is', null)
    .orderBy('p.booth_number')
    .limit(1);
  const member = (role: string) =>
    db
      .selectFrom('identity_member as m')
      .innerJoin('identity_person as person', 'person.id', 'm.person_id')
      .select(['person.id as personId', 'person.name as name'])
      .where('m.role', '=', role)
      .where('m.ended_at', 'is', null)
      .orderBy('m.created_at')
      .limit(1);
  const customer = db
    .selectFrom('wallet_account as a')
    .innerJoin('identity_person as person', (join) => join.onRef('person.id', '=', 'a.owner_id'))
    .select(['person.id as personId', 'person.name as name'])
    .where('a.kind', '=', 'spending')
    .orderBy('a.created_at')
    .limit(1);
  const queries = { merchant: owner, organiser: member('organiser'), customer, operator: member('operator') };
  const found: RoleOfDemo[] = [];
  for (const [role, query] of Object.entries(queries)) {
    const row = await query.executeTakeFirst();
    if (row) found.push({ role, name: row.name ?? role, personId: row.personId });
  }
  return found;
}

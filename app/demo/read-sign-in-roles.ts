import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, OrganisationId, PersonId } from '~/shared/ids';

export interface RoleOfDemo {
  role: 'merchant' | 'organiser' | 'customer' | 'operator' | 'verifier';
  name: string;
  personId: PersonId;
}

/** A merchant and the organiser of each festival, a customer with a full wallet, the operator, a verifier, one she sent back, and one who finished the course. */
export async function readSignInRoles(db: ReadDb): Promise<RoleOfDemo[]> {
  const festivals = await db
    .selectFrom('festival_edition')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .orderBy('created_at')
    .execute();
  const found: RoleOfDemo[] = [];
  const add = (role: RoleOfDemo['role'], one: { personId: PersonId; name: string | null } | undefined, at?: string) => {
    if (one) found.push({ role, personId: one.personId, name: [one.name ?? role, at].filter(Boolean).join(', ') });
  };
  for (const { id, name } of festivals)
    add('merchant', (await readStaller(db, id)) ?? (await readApplicant(db, id)), name);
  for (const { organisationId, name } of festivals)
    add('organiser', await readMember(db, 'organiser', organisationId), name);
  add('customer', await readCustomer(db));
  add('operator', await readMember(db, 'operator', 'installation'));
  add('verifier', await readMember(db, 'verifier', 'installation'));
  add('merchant', await readReturned(db), 'perlu diperbaiki');
  add('merchant', await readCertified(db), 'kursus selesai');
  return found;
}

/** The owner of the stall with the lowest number. */
function readStaller(db: ReadDb, festivalId: FestivalId) {
  return ownersOf(db)
    .innerJoin('festival_participation as p', 'p.merchant_id', 'merchant.id')
    .where('p.festival_id', '=', festivalId)
    .where('p.ended_at', 'is', null)
    .orderBy('p.booth_number')
    .executeTakeFirst();
}

/** Where nobody has a stall yet, the owner who applied first and still lacks something. */
function readApplicant(db: ReadDb, festivalId: FestivalId) {
  return ownersOf(db)
    .innerJoin('festival_application as a', 'a.merchant_id', 'merchant.id')
    .where('a.festival_id', '=', festivalId)
    .where('a.state', '=', 'submitted')
    .orderBy('a.submitted_at')
    .executeTakeFirst();
}

/** The owner whose section a verifier sent back. */
function readReturned(db: ReadDb) {
  return ownersOf(db)
    .innerJoin('merchant_section as s', 's.merchant_id', 'merchant.id')
    .where('s.state', '=', 'returned')
    .executeTakeFirst();
}

/** The owner who finished the course. */
function readCertified(db: ReadDb) {
  return ownersOf(db)
    .innerJoin('training_certificate as c', 'c.merchant_id', 'merchant.id')
    .orderBy('c.issued_at')
    .executeTakeFirst();
}

function ownersOf(db: ReadDb) {
  return db
    .selectFrom('identity_member as m')
    .innerJoin('identity_person as person', 'person.id', 'm.person_id')
    .innerJoin('merchant_profile as merchant', 'merchant.id', 'm.scope_id')
    .select(['person.id as personId', 'merchant.stall_name as name'])
    .where('m.role', '=', 'owner')
    .where('m.ended_at', 'is', null)
    .limit(1);
}

function readMember(db: ReadDb, role: 'organiser' | 'operator' | 'verifier', scopeId: OrganisationId | 'installation') {
  return db
    .selectFrom('identity_member as m')
    .innerJoin('identity_person as person', 'person.id', 'm.person_id')
    .select(['person.id as personId', 'person.name as name'])
    .where('m.role', '=', role)
    .where('m.scope_id', '=', scopeId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.created_at')
    .limit(1)
    .executeTakeFirst();
}

/** The wallet that no order of the story was paid with. */
function readCustomer(db: ReadDb) {
  return db
    .selectFrom('wallet_account as a')
    .innerJoin('identity_person as person', (join) => join.onRef('person.id', '=', 'a.owner_id'))
    .select(['person.id as personId', 'person.name as name'])
    .where('a.kind', '=', 'spending')
    .orderBy('a.created_at')
    .orderBy('person.phone')
    .limit(1)
    .executeTakeFirst();
}

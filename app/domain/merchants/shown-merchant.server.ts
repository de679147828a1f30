import { type SqlBool, sql } from 'kysely';

/**
 * Whether anybody may see the business of this row of `merchant_profile` now (docs/decisions/0031): taken over by her
 * owner, neither suspended nor closed, and one of her owners agrees. For the joins of those above; `alias` is the row's.
 */
export function shownMerchant(alias: string) {
  const merchant = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<SqlBool>`(${merchant('claimed_at')} is not null and ${merchant('state')} not in ('suspended', 'closed')
    and exists (
      select 1 from identity_consent as agreed
      join identity_member as owner on owner.person_id = agreed.person_id
        and owner.scope_kind = 'merchant' and owner.scope_id = agreed.subject_id
        and owner.role = 'owner' and owner.ended_at is null
      where agreed.subject_id = ${merchant('id')} and agreed.purpose = 'publish' and agreed.withdrawn_at is null))`;
}

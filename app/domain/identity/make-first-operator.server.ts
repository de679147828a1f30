import type { Tx } from '~/platform/app-context';
import type { E164 } from '~/shared/phone';
import { addMember } from './add-member.server';
import { findOrMakePersonByPhone } from './find-or-make-person.server';
import { INSTALLATION } from './identity';

/** Makes the holder of OPERATOR_PHONE the operator while the installation has none; afterwards the variable does nothing. */
export async function makeFirstOperator(tx: Tx, { phone, now }: { phone: E164; now: number }): Promise<void> {
  const known = await tx
    .selectFrom('identity_member')
    .select('id')
    .where('scope_kind', '=', 'installation')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (known) return;
  const personId = await findOrMakePersonByPhone(tx, { phone, now });
  await addMember(tx, {
    personId,
    scopeKind: 'installation',
    scopeId: INSTALLATION,
    role: 'operator',
    createdBy: null,
    now,
  });
}

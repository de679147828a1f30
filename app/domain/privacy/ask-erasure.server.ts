import type { Tx } from '~/platform/app-context';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import type { NamedHindrance } from '~/shared/personal-data';
import { accept, type Result, refuse } from '~/shared/result';
import { askRequest } from './ask-request.server';
import { readHindrances, readSubject } from './read-hindrances.server';

export type ErasureHinderedRefusal = { code: 'erasure_hindered'; hindrances: NamedHindrance[] };

/** Asks that everything about her goes; refused with what has to end first, so that she can see to it. */
export async function askErasure(
  tx: Tx,
  { personId, now }: { personId: PersonId; now: number },
): Promise<Result<PrivacyRequestId, ErasureHinderedRefusal>> {
  const hindrances = await readHindrances(tx, await readSubject(tx, personId));
  if (hindrances.length > 0) return refuse({ code: 'erasure_hindered', hindrances });
  return accept(await askRequest(tx, { personId, kind: 'erasure', now }));
}

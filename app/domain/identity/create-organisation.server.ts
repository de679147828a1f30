import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { slugOf } from '~/shared/fold-text';
import { newId, type OrganisationId, type PersonId } from '~/shared/ids';
import type { OrganisationKind } from './identity';

export interface NewOrganisation {
  name: string;
  kind: OrganisationKind;
  /** Kabupaten/kota, 4 digits; null when it works everywhere. */
  regionCode: string | null;
  createdBy: PersonId | null;
  now: number;
}

const SLUG_TRIES = 20;

/** Creates an organisation; its address comes from its name, with a number behind when that is taken. */
export async function createOrganisation(
  tx: Tx,
  { name, kind, regionCode, createdBy, now }: NewOrganisation,
): Promise<OrganisationId> {
  const id = newId('org', now);
  const stem = slugOf(name);
  for (let n = 1; n <= SLUG_TRIES; n++) {
    const slug = n === 1 ? stem : n < SLUG_TRIES ? `${stem}-${n}` : `${stem}-${id.slice(-8)}`;
    const made = await tx
      .insertInto('identity_organisation')
      .values({ id, kind, name, slug, region_code: regionCode, created_at: now, created_by: createdBy })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) continue;
    await recordAudit(tx, {
      actorId: createdBy,
      action: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: id,
      details: { name, kind },
      now,
    });
    return id;
  }
  throw new Error(`no free address for organisation ${id}`);
}

import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { SectionRefusal } from './decide-section.server';
import { handInAgain, lockMerchant } from './internal/hand-in-sections.server';
import { readSectionContents } from './internal/section-content.server';
import type { Section, SectionState } from './section';

/**
 * Hands a returned section in again as it stands, for an owner who finds nothing to change. After a correction this
 * is not needed: the changed section goes by itself.
 */
export async function resubmitSection(
  tx: Tx,
  { merchantId, section, by, now }: { merchantId: MerchantId; section: Section; by: PersonId; now: number },
): Promise<Result<void, Extract<SectionRefusal, { code: 'section_moved' }>>> {
  await lockMerchant(tx, merchantId);
  const row = await tx
    .selectFrom('merchant_section')
    .select(['state', 'revision'])
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section)
    .executeTakeFirst();
  if (row?.state !== 'returned') {
    return refuse({ code: 'section_moved', state: (row?.state as SectionState | undefined) ?? null, by: null });
  }
  const content = (await readSectionContents(tx, merchantId))[section];
  await handInAgain(tx, { merchantId, section, revision: row.revision, content, waits: false, by, now });
  return accept();
}

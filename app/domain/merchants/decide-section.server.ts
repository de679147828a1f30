import { belongsTo } from '~/domain/identity/belongs-to.server';
import { readPerson } from '~/domain/identity/read-person.server';
import { tellMembers } from '~/domain/identity/tell-members.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { changeMerchantState } from './change-merchant-state.server';
import { type ReturnReason, SECTIONS, type Section, type SectionState, sectionStatesBefore } from './section';

export type SectionRefusal =
  | { code: 'section_moved'; state: SectionState | null; by: string | null }
  | { code: 'section_not_yours' };

export type SectionVerdict = { outcome: 'passed' } | { outcome: 'returned'; reason: ReturnReason; fix: string };

export interface SectionDecision {
  merchantId: MerchantId;
  section: Section;
  /** The revision that was on the verifier's screen. */
  revision: number;
  verdict: SectionVerdict;
  by: PersonId;
  now: number;
  fences?: Fences;
}

/**
 * Passes a section or sends it back. Nobody claims a section first: check and write are one statement on the revision
 * she has read, so of many verifiers one decides and the others learn who did. With the last section passed a waiting
 * business becomes active. `activated` says so.
 */
export async function decideSection(
  tx: Tx,
  { fences = ALL_FENCES, ...decision }: SectionDecision,
): Promise<Result<{ activated: boolean }, SectionRefusal>> {
  const { merchantId, section, verdict, by, now } = decision;
  if (await belongsTo(tx, { personId: by, merchantId })) return refuse({ code: 'section_not_yours' });
  // The merchant's row first, as for a change of the profile: two sections passed at once still see each other.
  const merchant = tx
    .selectFrom('merchant_profile')
    .select(['state', 'stall_name as stallName'])
    .where('id', '=', merchantId);
  const { state, stallName } = await (fences.lock ? lockRows(merchant) : merchant).executeTakeFirstOrThrow();
  if (!(await writeDecision(tx, decision, fences))) return refuse(await explainMoved(tx, decision));
  await recordAudit(tx, {
    actorId: by,
    action: `section.${verdict.outcome}`,
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { section, revision: decision.revision },
    now,
  });
  const activates = verdict.outcome === 'passed' && state === 'submitted' && (await haveAllPassed(tx, merchantId));
  if (activates) {
    const moved = await changeMerchantState(tx, {
      merchantId,
      from: 'submitted',
      to: 'active',
      by,
      why: 'sections_passed',
      now,
    });
    if (!moved.ok) throw new Error(`a locked merchant moved: ${moved.refusal.state}`);
  }
  const isReturned = verdict.outcome === 'returned';
  await tellMembers(tx, {
    scope: { scopeKind: 'merchant', scopeId: merchantId },
    role: 'owner',
    template: isReturned ? 'section_returned' : activates ? 'merchant_active' : 'section_passed',
    values: { stall: stallName, section, ...(isReturned ? { reason: verdict.reason } : {}) },
    path: `/usaha/${merchantId}${isReturned ? '/pemeriksaan' : ''}`,
    key: `section:${merchantId}:${section}:${decision.revision}`,
    now,
  });
  return accept({ activated: activates });
}

async function writeDecision(tx: Tx, decision: SectionDecision, { guard }: Fences): Promise<boolean> {
  const { merchantId, section, revision, verdict, by, now } = decision;
  const why =
    verdict.outcome === 'returned' ? { reason: verdict.reason, fix: verdict.fix } : { reason: null, fix: null };
  const decided = { decided_at: now, decided_by: by, ...why };
  const row = tx
    .updateTable('merchant_section')
    .set({ state: verdict.outcome, ...decided })
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section);
  const guarded = guard
    ? row.where('revision', '=', revision).where('state', 'in', sectionStatesBefore(verdict.outcome))
    : row;
  if ((await guarded.executeTakeFirst()).numUpdatedRows === 0n) return false;
  await tx
    .updateTable('merchant_section_revision')
    .set({ decision: verdict.outcome, ...decided })
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section)
    .where('revision', '=', revision)
    .execute();
  return true;
}

async function haveAllPassed(tx: Tx, merchantId: MerchantId): Promise<boolean> {
  const passed = await tx
    .selectFrom('merchant_section')
    .select('section')
    .where('merchant_id', '=', merchantId)
    .where('state', '=', 'passed')
    .execute();
  return passed.length === SECTIONS.length;
}

/** What became of it: who decided, or null where its owner changed it meanwhile. */
async function explainMoved(tx: Tx, { merchantId, section }: SectionDecision): Promise<SectionRefusal> {
  const row = await tx
    .selectFrom('merchant_section')
    .select(['state', 'decided_by'])
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section)
    .executeTakeFirst();
  const person = row?.decided_by ? await readPerson(tx, row.decided_by) : null;
  return { code: 'section_moved', state: (row?.state as SectionState | undefined) ?? null, by: person?.name ?? null };
}

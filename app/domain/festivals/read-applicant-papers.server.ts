import { type DocumentKind, isDocumentKind } from '~/domain/merchants/merchants';
import { type DocumentStanding, documentsValidOn } from '~/domain/merchants/read-documents.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { type Paper, type PaperCheck, readPaper } from '~/domain/merchants/read-paper.server';
import type { ReadDb } from '~/platform/app-context';
import type { ApplicationId, MerchantId } from '~/shared/ids';
import type { ApplicationState } from './application';
import { readDocumentNeeds } from './internal/call-needs.server';
import type { Festival } from './read-festival.server';

/** While these last, and the festival does, its organiser may look at the papers the call asks for. */
const LIVE: readonly ApplicationState[] = ['submitted', 'complete', 'returned', 'offered', 'waitlisted', 'accepted'];

/** One paper the call asks for, as the organiser judges it: on the festival's days. */
export interface ApplicantPaper {
  kind: DocumentKind;
  required: 'yes' | 'no';
  standing: DocumentStanding | 'not_declared';
  validUntil: string | null;
  pages: number;
  /** Its pages may be looked at now. */
  opens: boolean;
  /** Of the house, this organisation and this festival. */
  checks: PaperCheck[];
}

interface Whose {
  festival: Festival;
  applicationId: ApplicationId;
}

/** Every paper the call asks for, required ones first. Empty where it asks for none. */
export async function readApplicantPapers(db: ReadDb, { festival, applicationId }: Whose): Promise<ApplicantPaper[]> {
  const merchantId = await readMerchantOf(db, { festival, applicationId }, []);
  if (!merchantId) return [];
  const isLive = !isOver(festival) && (await readMerchantOf(db, { festival, applicationId }, LIVE)) !== null;
  const { startsOn: from, endsOn: to } = festival;
  const standings = (await documentsValidOn(db, [merchantId], { from, to })).get(merchantId);
  const needs = await readDocumentNeeds(db, festival.id);
  const papers: ApplicantPaper[] = [];
  for (const { kind, required } of needs) {
    if (!isDocumentKind(kind)) continue;
    const paper = await readPaper(db, { merchantId, kind });
    const pages = paper?.answer === 'have' ? paper.pages.length : 0;
    papers.push({
      ...{ kind, required, pages, opens: isLive && pages > 0 },
      standing: standings?.get(kind) ?? 'not_declared',
      validUntil: paper?.validUntil ?? null,
      checks: checksFor(paper, festival),
    });
  }
  return papers;
}

/**
 * One paper for the organiser who may look at its pages: the call asks for it, the application is live, the festival not
 * over, and the owner says she has it. Null otherwise.
 */
export async function readApplicantPaper(db: ReadDb, { kind, ...whose }: Whose & { kind: unknown }) {
  const { festival } = whose;
  if (!isDocumentKind(kind) || isOver(festival)) return null;
  const need = (await readDocumentNeeds(db, festival.id)).find((one) => one.kind === kind);
  const merchantId = need && (await readMerchantOf(db, whose, LIVE));
  const merchant = merchantId && (await readMerchant(db, merchantId));
  const paper = merchant && (await readPaper(db, { merchantId: merchant.id, kind }));
  if (paper?.answer !== 'have' || !merchant) return null;
  const standing = (await documentsValidOn(db, [merchant.id], { from: festival.startsOn, to: festival.endsOn }))
    .get(merchant.id)
    ?.get(kind);
  return {
    merchantId: merchant.id,
    stallName: merchant.stallName,
    standing: standing ?? ('not_declared' as const),
    paper: { ...paper, checks: checksFor(paper, festival) },
  };
}

const isOver = ({ state }: Festival) => state === 'finished' || state === 'cancelled';

async function readMerchantOf(
  db: ReadDb,
  { festival, applicationId }: Whose,
  states: readonly ApplicationState[],
): Promise<MerchantId | null> {
  const row = await db
    .selectFrom('festival_application')
    .select('merchant_id')
    .where('id', '=', applicationId)
    .where('festival_id', '=', festival.id)
    .$if(states.length > 0, (query) => query.where('state', 'in', [...states]))
    .executeTakeFirst();
  return row?.merchant_id ?? null;
}

/** What another organisation found is its own business. */
function checksFor(paper: Paper | null, festival: Festival): PaperCheck[] {
  const scopes: string[] = ['installation', festival.organisationId, festival.id];
  return (paper?.checks ?? []).filter(({ scopeId }) => scopes.includes(scopeId));
}

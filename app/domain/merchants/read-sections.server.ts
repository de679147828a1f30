import type { Selectable } from 'kysely';
import { readPerson } from '~/domain/identity/read-person.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { FileId, MerchantId } from '~/shared/ids';
import type { MerchantSectionRevisionTable } from '~db/schema/merchants';
import { openSection } from './internal/section-content.server';
import type { DocumentKind, MerchantState } from './merchants';
import {
  type ComparedLine,
  compareSections,
  isMendedAt,
  mendingPlace,
  SECTION_PAPERS,
  type Section,
  type SectionState,
} from './section';

/** A section as its owner sees it. */
export interface OwnSection {
  section: Section;
  state: SectionState;
  submittedAt: number;
  decidedAt: number | null;
  reason: string | null;
  fix: string | null;
  /** Where it is mended, below `/usaha/:merchantId`. */
  place: string;
}

/** The sections she has handed in; empty for a draft and for a business from before there was a review. */
export async function readOwnSections(db: ReadDb | Tx, merchantId: MerchantId): Promise<OwnSection[]> {
  const rows = await db
    .selectFrom('merchant_section')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('section', 'desc')
    .execute();
  return rows.map((row) => ({
    section: row.section as Section,
    state: row.state as SectionState,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    reason: row.reason,
    fix: row.fix,
    place: mendingPlace(row.section as Section, row.reason),
  }));
}

/** What a verifier sent back that is mended on this page, an address below `/usaha/:merchantId`. */
export async function readReturnedAt(
  db: ReadDb,
  { merchantId, page }: { merchantId: MerchantId; page: string },
): Promise<OwnSection[]> {
  const sections = await readOwnSections(db, merchantId);
  return sections.filter((section) => section.state === 'returned' && isMendedAt(section, page));
}

/** One section as a verifier sees it, numbers opened. */
export interface SectionUnderReview {
  merchantId: MerchantId;
  section: Section;
  stallName: string;
  regionCode: string;
  merchantState: MerchantState;
  state: SectionState;
  revision: number;
  submittedAt: number;
  /** What she declares, beside what was last decided. */
  lines: ComparedLine[];
  /** Photographed pages of its papers as they are now, each of them a look that is written down. */
  photos: PaperPhoto[];
  /** The decision before this revision; null when nobody has decided yet. */
  last: SectionDecided | null;
  /** The decision on this revision; null while it waits. */
  decided: SectionDecided | null;
}

export interface PaperPhoto {
  kind: DocumentKind;
  fileId: FileId;
}

export interface SectionDecided {
  outcome: string;
  at: number;
  /** Null: vouched for by her importer, or a person without a name. */
  by: string | null;
  reason: string | null;
  fix: string | null;
}

/** Null where there is no such section. Numbers that can harm stand here in the open: a page asks `viewSection`. */
export async function readSectionUnderReview(
  db: ReadDb | Tx,
  { merchantId, section, secrets }: { merchantId: MerchantId; section: Section; secrets: Secrets },
): Promise<SectionUnderReview | null> {
  const row = await db
    .selectFrom('merchant_section as s')
    .innerJoin('merchant_profile as m', 'm.id', 's.merchant_id')
    .select(['s.state', 's.revision', 's.submitted_at', 'm.stall_name', 'm.region_code', 'm.state as merchant_state'])
    .where('s.merchant_id', '=', merchantId)
    .where('s.section', '=', section)
    .executeTakeFirst();
  if (!row) return null;
  const revisions = await db
    .selectFrom('merchant_section_revision')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('section', '=', section)
    .where((eb) => eb.or([eb('revision', '=', row.revision), eb('decision', 'is not', null)]))
    .orderBy('revision', 'desc')
    .limit(2)
    .execute();
  const [current, before = null] = revisions;
  if (!current) throw new Error(`section ${section} of ${merchantId} has no revision ${row.revision}`);
  return {
    merchantId,
    section,
    stallName: row.stall_name,
    regionCode: row.region_code,
    merchantState: row.merchant_state as MerchantState,
    state: row.state as SectionState,
    revision: row.revision,
    submittedAt: row.submitted_at,
    lines: compareSections(
      openSection(section, current.content, secrets),
      before && openSection(section, before.content, secrets),
    ),
    photos: await readPhotos(db, { merchantId, section }),
    last: before && (await toDecided(db, before)),
    decided: current.decision === null ? null : await toDecided(db, current),
  };
}

/** Pages of the papers she says she has, paper by paper. */
async function readPhotos(
  db: ReadDb | Tx,
  { merchantId, section }: { merchantId: MerchantId; section: Section },
): Promise<PaperPhoto[]> {
  const kinds = SECTION_PAPERS[section];
  const pages = await db
    .selectFrom('merchant_document_page as page')
    .innerJoin('merchant_document as paper', (join) =>
      join.onRef('paper.merchant_id', '=', 'page.merchant_id').onRef('paper.kind', '=', 'page.kind'),
    )
    .select(['page.kind', 'page.file_id as fileId'])
    .where('page.merchant_id', '=', merchantId)
    .where('page.kind', 'in', kinds)
    .where('page.removed_at', 'is', null)
    .where('paper.answer', '=', 'have')
    .orderBy('page.position')
    .execute();
  return kinds.flatMap((kind) => pages.filter((page) => page.kind === kind).map(({ fileId }) => ({ kind, fileId })));
}

async function toDecided(db: ReadDb | Tx, row: Selectable<MerchantSectionRevisionTable>): Promise<SectionDecided> {
  const person = row.decided_by ? await readPerson(db, row.decided_by) : null;
  const { decision, decided_at: at, reason, fix } = row;
  return { outcome: decision ?? '', at: at ?? 0, by: person?.name ?? null, reason, fix };
}

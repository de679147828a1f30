import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId } from '~/shared/ids';
import type { DocumentKind } from '../merchants';
import { SECTION_PAPERS, type Section, type SectionLine } from '../section';

interface PaperContent {
  answer: string;
  /** Sealed as it stands with the paper; `mark` is its HMAC, since the same number seals differently each time. */
  number: string | null;
  mark: string | null;
  until: string | null;
}

/** A section as it is kept: what was typed in the open, numbers that can harm sealed. */
export interface SectionContent {
  fields: Record<string, string | null>;
  papers: Partial<Record<DocumentKind, PaperContent>>;
}

/** Both sections as they stand now. The caller holds the merchant's row. */
export async function readSectionContents(tx: Tx, merchantId: MerchantId): Promise<Record<Section, SectionContent>> {
  const profile = await tx
    .selectFrom('merchant_profile')
    .selectAll()
    .where('id', '=', merchantId)
    .executeTakeFirstOrThrow();
  const documents = await tx
    .selectFrom('merchant_document')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .execute();
  const papers = (section: Section) =>
    Object.fromEntries(
      SECTION_PAPERS[section].flatMap((kind) => {
        const said = documents.find((document) => document.kind === kind);
        if (!said) return [];
        const { answer, number_sealed: number, number_hmac: mark, valid_until: until } = said;
        return [[kind, { answer, number, mark, until }]];
      }),
    );
  const { owner_name, stall_name, category, region_code, district, address, story, kbli_edition, kbli_code } = profile;
  const kbli = kbli_code === null ? null : `${kbli_edition}:${kbli_code}`;
  return {
    identity: { fields: { owner_name }, papers: papers('identity') },
    business: {
      fields: { stall_name, category, region_code, district, address, story, kbli },
      papers: papers('business'),
    },
  };
}

/** Whether two contents say the same: by the fingerprints of their numbers. */
export function isSameContent(a: SectionContent, b: SectionContent): boolean {
  return comparable(a) === comparable(b);
}

function comparable({ fields, papers }: SectionContent): string {
  const said = (Object.entries(papers) as [string, PaperContent][]).map(([kind, paper]) => [
    kind,
    paper.answer,
    paper.mark,
    paper.until,
  ]);
  return JSON.stringify([Object.entries(fields).sort(), said.sort()]);
}

/** A kept section as lines in the order of the screen, numbers opened: for a verifier's eyes only. */
export function openSection(section: Section, kept: string, secrets: Secrets): SectionLine[] {
  const { fields, papers } = JSON.parse(kept) as SectionContent;
  const lines = Object.entries(fields).map(([field, value]) => ({ field, value }));
  for (const kind of SECTION_PAPERS[section]) {
    const paper = papers[kind];
    lines.push({ field: `${kind}.answer`, value: paper?.answer ?? null });
    lines.push({ field: `${kind}.number`, value: paper?.number ? secrets.open(paper.number) : null });
    lines.push({ field: `${kind}.until`, value: paper?.until ?? null });
  }
  return lines;
}

/** Words and rules of section review (A4); safe in the browser. */
import type { DocumentKind } from './merchants';

/** What a verifier decides as one thing; the payout account is a third, kept by wallet with a graph of its own. */
export const SECTIONS = ['identity', 'business'] as const;
export type Section = (typeof SECTIONS)[number];

/** Papers a section shows; the NPWP is the tax office's and no part of a review. */
export const SECTION_PAPERS: Record<Section, readonly DocumentKind[]> = {
  identity: ['ktp'],
  business: ['nib', 'pirt', 'bpom', 'halal', 'hygiene'],
};

const SECTION_STATES = ['submitted', 'passed', 'returned'] as const;
export type SectionState = (typeof SECTION_STATES)[number];

/** passed → submitted: something in it changed. A section not handed in yet has no state. */
const SECTION_MOVES: Record<SectionState, readonly SectionState[]> = {
  submitted: ['passed', 'returned'],
  returned: ['submitted'],
  passed: ['submitted'],
};

/** The states from which a section comes to `to`. */
export function sectionStatesBefore(to: SectionState): SectionState[] {
  return SECTION_STATES.filter((state) => SECTION_MOVES[state].includes(to));
}

/** Why a section comes back. `place` is where its owner mends it, below `/usaha/:merchantId`. */
export const RETURN_REASONS = {
  identity: [
    { reason: 'owner_name_differs', place: '/profil' },
    { reason: 'nik_missing', place: '/dokumen/ktp' },
    { reason: 'nik_differs', place: '/dokumen/ktp' },
    { reason: 'other', place: '/profil' },
  ],
  business: [
    { reason: 'stall_name_unclear', place: '/profil' },
    { reason: 'place_unclear', place: '/profil' },
    { reason: 'category_differs', place: '/profil' },
    { reason: 'nib_differs', place: '/dokumen/nib' },
    { reason: 'food_paper_unclear', place: '/dokumen' },
    { reason: 'other', place: '/profil' },
  ],
} as const satisfies Record<Section, readonly { reason: string; place: string }[]>;
export type ReturnReason = (typeof RETURN_REASONS)[Section][number]['reason'];

/** Why a section passed without a verifier: the organisation that imported her answers for her. */
export const VOUCHED = 'vouched';

/** Longest text of what to mend, in characters. */
export const FIX_MAX = 300;

export function isSection(text: unknown): text is Section {
  return SECTIONS.includes(text as Section);
}

/** Where a returned section is mended; the profile for a reason of an older version. */
export function mendingPlace(section: Section, reason: string | null): string {
  return RETURN_REASONS[section].find((known) => known.reason === reason)?.place ?? '/profil';
}

/** Whether what came back is mended on this page: its own, or each paper of the section where the reason names none. */
export function isMendedAt(
  { section, reason, place }: { section: Section; reason: string | null; place: string },
  page: string,
): boolean {
  const isPaperOfIt = SECTION_PAPERS[section].some((kind) => page === `/dokumen/${kind}`);
  return place === page || (isPaperOfIt && (place === '/dokumen' || reason === 'other'));
}

/** One line of a section as it was handed in; null = not told. */
export interface SectionLine {
  field: string;
  value: string | null;
}

export interface ComparedLine extends SectionLine {
  /** What stood there at the last decision; absent where nothing was decided yet. */
  before?: string | null;
  isChanged: boolean;
}

/** What is handed in now beside what was last decided, line by line. */
export function compareSections(now: readonly SectionLine[], before: readonly SectionLine[] | null): ComparedLine[] {
  if (!before) return now.map((line) => ({ ...line, isChanged: false }));
  const earlier = new Map(before.map(({ field, value }) => [field, value]));
  return now.map((line) => {
    const was = earlier.get(line.field) ?? null;
    return { ...line, before: was, isChanged: was !== line.value };
  });
}

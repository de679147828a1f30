import { foldText } from '~/shared/fold-text';

/**
 * Quotas of a line-up, pure. A cap counts stalls; `value` narrows it ('' = every one of its kind):
 * total · category · dish (the first dish of her menu, or any whose name holds the word) ·
 * district (kabupaten/kota) · halal_share (at least so many per cent).
 */
export const CAP_KINDS = ['total', 'category', 'dish', 'halal_share', 'district'] as const;
export type CapKind = (typeof CAP_KINDS)[number];

export interface Cap {
  kind: CapKind;
  value: string;
  limit: number;
}

/** What the caps look at in a merchant. */
export interface Candidate {
  merchantId: string;
  category: string | null;
  regionCode: string;
  /** The dish she is known for: the first of her menu. */
  dish: string | null;
  /** Her halal certificate holds on every day of the festival. */
  halal: 'yes' | 'no';
}

/** One group that a cap counts, with what it counted. `group` is a category, a dish's name, a region code or ''. */
export interface CapCount {
  kind: CapKind;
  value: string;
  limit: number;
  group: string;
  /** Stalls counted; for halal_share the per cent reached, rounded down. */
  count: number;
  /** Merchants of the group. */
  merchantIds: string[];
  standing: 'kept' | 'full' | 'broken';
}

/** Every group that the caps count in this line-up: what the composer shows beside the plan. */
export function countCaps(caps: readonly Cap[], placed: readonly Candidate[]): CapCount[] {
  return caps.flatMap((cap) => (cap.kind === 'halal_share' ? [countShare(cap, placed)] : countGroups(cap, placed)));
}

/** The caps this line-up breaks, each with its group. */
export function readBrokenCaps(caps: readonly Cap[], placed: readonly Candidate[]): CapCount[] {
  return countCaps(caps, placed).filter(({ standing }) => standing === 'broken');
}

/** The caps that one more merchant would break, or break further. One already placed breaks nothing anew. */
export function capsBrokenBy(caps: readonly Cap[], placed: readonly Candidate[], one: Candidate): CapCount[] {
  const others = placed.filter(({ merchantId }) => merchantId !== one.merchantId);
  const broken = readBrokenCaps(caps, [...others, one]);
  return broken.filter((cap) =>
    cap.kind === 'halal_share' ? one.halal === 'no' : cap.merchantIds.includes(one.merchantId),
  );
}

function countGroups(cap: Cap, placed: readonly Candidate[]): CapCount[] {
  const groups = new Map<string, string[]>();
  if (cap.value !== '' || cap.kind === 'total') groups.set(cap.value, []);
  for (const one of placed) {
    const group = groupOf(cap, one);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), one.merchantId]);
  }
  return [...groups].map(([group, merchantIds]) => ({
    kind: cap.kind,
    value: cap.value,
    limit: cap.limit,
    group,
    count: merchantIds.length,
    merchantIds,
    standing: merchantIds.length > cap.limit ? 'broken' : merchantIds.length === cap.limit ? 'full' : 'kept',
  }));
}

/** The group of a cap in which a merchant counts; null when the cap does not look at her. */
function groupOf(cap: Cap, one: Candidate): string | null {
  if (cap.kind === 'total') return '';
  if (cap.kind === 'dish') return dishGroup(cap.value, one.dish);
  const own = cap.kind === 'category' ? one.category : one.regionCode;
  if (own === null) return null;
  return cap.value === '' || cap.value === own ? own : null;
}

function dishGroup(wanted: string, dish: string | null): string | null {
  if (dish === null) return null;
  const folded = foldText(dish);
  if (folded === '') return null;
  if (wanted === '') return folded;
  const words = foldText(wanted);
  return words !== '' && ` ${folded} `.includes(` ${words} `) ? wanted : null;
}

function countShare(cap: Cap, placed: readonly Candidate[]): CapCount {
  const halal = placed.filter((one) => one.halal === 'yes');
  const count = placed.length === 0 ? 100 : Math.floor((halal.length * 100) / placed.length);
  const kept = halal.length * 100 >= cap.limit * placed.length;
  return {
    kind: cap.kind,
    value: cap.value,
    limit: cap.limit,
    group: '',
    count,
    merchantIds: halal.map(({ merchantId }) => merchantId),
    standing: kept ? 'kept' : 'broken',
  };
}

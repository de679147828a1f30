import { foldText } from '~/shared/fold-text';
import {
  type ColumnMapping,
  IMPORT_FIELDS,
  type ImportField,
  REPEATABLE_FIELDS,
  type SheetRow,
  WIDE_FIELDS,
} from '../import';
import { type ColumnProfile, changesWithin, contentFit, profileColumn } from './column-profile';
import { type HeadingReading, scoreHeading } from './score-heading';

interface Column {
  column: number;
  heading: string;
  reading: HeadingReading;
  profile: ColumnProfile;
  /** Which of several columns with the same words this is, from 1. */
  set: number;
}

interface Bid {
  column: Column;
  field: ImportField;
  score: number;
  because: 'remembered' | 'heading' | 'content';
}

const LOWEST_SCORE = 0.34;
/** Without a heading, content alone must speak clearly. */
const LOWEST_CONTENT = 0.3;

/**
 * What each column means: what this organisation's people said before, else the words of the heading weighed
 * against what the column holds; without headings, what it holds alone. Every column gets an answer, `unknown` included.
 */
export function proposeMapping({
  headings,
  rows,
  remembered,
}: {
  headings: readonly string[];
  /** Rows below the headings; the first few hundred are enough. */
  rows: readonly SheetRow[];
  /** Folded heading -> field. */
  remembered: ReadonlyMap<string, ImportField>;
}): ColumnMapping[] {
  const columns = describeColumns(headings, rows);
  const file = { merchantRepeats: merchantRepeats(columns) };
  const bids = columns.flatMap((column) => bidsOf(column, file, remembered)).sort((a, b) => b.score - a.score);
  const chosen = assign(bids);
  return columns.map((column) => {
    const bid = chosen.get(column.column);
    const field = bid?.field ?? 'unknown';
    const labelled = field === 'option_list' || field === 'option_extra';
    return {
      column: column.column,
      heading: column.heading,
      field,
      set: WIDE_FIELDS.has(field) ? (bid?.column.set ?? 1) : 1,
      label: labelled ? column.reading.label || null : null,
      because: bid?.because ?? 'none',
    };
  });
}

function describeColumns(headings: readonly string[], rows: readonly SheetRow[]): Column[] {
  const width = Math.max(headings.length, ...rows.slice(0, 300).map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: headings[column] ?? '',
    reading: scoreHeading(headings[column] ?? ''),
    profile: profileColumn(rows.map((row) => row.cells[column] ?? '')),
    set: 1,
  }));
  const key = merchantKey(columns);
  if (key) {
    const keys = rows.map((row) => row.cells[key.column] ?? '');
    for (const each of columns) {
      if (each !== key)
        each.profile.within = changesWithin(
          keys,
          rows.map((row) => row.cells[each.column] ?? ''),
        );
    }
  }
  return numberSets(columns);
}

/** The column that tells merchants apart most surely: her id, her phone, her name. */
function merchantKey(columns: readonly Column[]): Column | null {
  const surely = columns.filter(({ reading: { scores }, profile }) => {
    const named = Math.max(scores.merchant_id ?? 0, scores.phone ?? 0, scores.stall_name ?? 0) >= 0.85;
    return (named || profile.share.phone > 0.6) && profile.distinct > 0 && profile.filled > 0;
  });
  return surely.reduce<Column | null>((best, each) => (best === null || rank(each) > rank(best) ? each : best), null);
}

function rank({ reading: { scores }, profile }: Column): number {
  return (scores.merchant_id ?? 0) * 3 + (scores.phone ?? 0) * 2 + profile.share.phone + (scores.stall_name ?? 0);
}

/** `Menu 1 … Menu 2`, or `Menu … Menu` again: the second block of a wide sheet. Ordinals count only when there are several. */
function numberSets(columns: Column[]): Column[] {
  const seen = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.heading === '') continue;
    const key = foldText(column.heading).replace(/\s*\d+$/, '');
    seen.set(key, [...(seen.get(key) ?? []), column]);
  }
  for (const same of seen.values()) {
    if (same.length < 2) continue;
    for (const [index, column] of same.entries()) column.set = column.reading.ordinal ?? index + 1;
  }
  return columns;
}

/** How often a merchant's cells repeat or stay blank in this file: the columns that say most clearly what they are tell it. */
function merchantRepeats(columns: Column[]): number {
  const clear = columns.filter(({ reading, profile }) => {
    const best = Math.max(
      reading.scores.stall_name ?? 0,
      reading.scores.phone ?? 0,
      reading.scores.merchant_id ?? 0,
      reading.scores.address ?? 0,
    );
    return best >= 0.85 || profile.share.phone > 0.6 || profile.share.city > 0.6 || profile.share.address > 0.6;
  });
  const source = clear.length > 0 ? clear : columns.filter(({ profile }) => profile.filled > 0);
  const repeats = source.map(({ profile }) => profile.repeats).sort((a, b) => a - b);
  return repeats[Math.floor(repeats.length / 2)] ?? 0;
}

function bidsOf(
  column: Column,
  file: { merchantRepeats: number },
  remembered: ReadonlyMap<string, ImportField>,
): Bid[] {
  const known = remembered.get(foldText(column.heading));
  if (known !== undefined && column.heading !== '') return [{ column, field: known, score: 3, because: 'remembered' }];
  const { scores } = column.reading;
  const silent = Object.keys(scores).length === 0;
  return IMPORT_FIELDS.flatMap((field) => {
    const heading = scores[field] ?? 0;
    const fit = contentFit(field, column.profile, file);
    if (silent) return bidFromContent(column, field, fit);
    // "is_open: true" speaks of no hours.
    if (heading === 0 || (field === 'hours' && fit === -1)) return [];
    if (field === 'unknown') return [{ column, field, score: heading, because: 'heading' as const }];
    const score = heading + fit * (heading >= 0.9 ? 0.3 : 0.5);
    return score >= LOWEST_SCORE ? [{ column, field, score, because: 'heading' as const }] : [];
  });
}

/** Fields that content alone may claim, and how far its word is trusted. */
const FROM_CONTENT: Partial<Record<ImportField, number>> = {
  phone: 0.9,
  price: 0.85,
  city: 0.85,
  address: 0.75,
  photo_address: 0.9,
  halal: 0.85,
  hours: 0.9,
  dish_name: 0.95,
  stall_name: 0.93,
  owner_name: 0.8,
  section: 0.7,
  description: 0.75,
  story: 0.7,
  make_minutes: 0.7,
  spice_level: 0.6,
  option_list: 0.8,
  allergens: 0.8,
  district: 0.65,
  merchant_id: 0.7,
  dish_id: 0.7,
};

function bidFromContent(column: Column, field: ImportField, fit: number): Bid[] {
  const trust = FROM_CONTENT[field];
  if (trust === undefined || column.profile.share.sequence === 1) return [];
  const score = fit * trust;
  return score >= LOWEST_CONTENT ? [{ column, field, score, because: 'content' }] : [];
}

/** Best bid first; a column is given once, a field once a block unless several columns may carry it. */
function assign(bids: readonly Bid[]): Map<number, Bid> {
  const chosen = new Map<number, Bid>();
  const taken = new Set<string>();
  for (const bid of bids) {
    if (chosen.has(bid.column.column)) continue;
    const place = WIDE_FIELDS.has(bid.field) ? `${bid.field}#${bid.column.set}` : bid.field;
    if (!REPEATABLE_FIELDS.has(bid.field) && taken.has(place)) continue;
    chosen.set(bid.column.column, bid);
    taken.add(place);
  }
  return secondThoughts(chosen);
}

/** Prices of choices need names of choices beside them, and the other way round. */
function secondThoughts(chosen: Map<number, Bid>): Map<number, Bid> {
  const bids = [...chosen.values()];
  const hasPrice = bids.some((bid) => bid.field === 'option_price');
  const hasName = bids.some((bid) => bid.field === 'option_name');
  for (const [column, bid] of chosen) {
    const isPlainList =
      bid.field === 'option_list' &&
      bid.column.reading.scores.option_name !== undefined &&
      bid.column.profile.share.options < 0.4;
    if (hasPrice && !hasName && isPlainList) chosen.set(column, { ...bid, field: 'option_name' });
    if (bid.field === 'option_name' && !hasPrice) chosen.set(column, { ...bid, field: 'option_list' });
  }
  const named = [...chosen.values()].some((bid) => bid.field === 'option_name');
  for (const [column, bid] of chosen) {
    if (bid.field === 'option_price' && !named) chosen.set(column, { ...bid, field: 'unknown' });
  }
  return chosen;
}

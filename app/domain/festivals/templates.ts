import { addDays } from '~/shared/time';
import type { QuestionKind } from './festival';

/** What a template decides beyond the six fields; all of it can be edited afterwards. Client-safe. */
export interface FestivalTemplate {
  opens: string;
  closes: string;
  /** Days of the festival, counted from the first. */
  dayOffsets: readonly number[];
  /** Merchants may bring their things in from this many hours before the first opening. */
  loadInHours: number;
  /** The call closes this many days before the first day, at its end. */
  callClosesDaysBefore: number;
  offerHours: number;
  documents: readonly { kind: string; required: 'yes' | 'no' }[];
  questions: readonly NewQuestion[];
}

export interface NewQuestion {
  kind: QuestionKind;
  label: string;
  hint?: string | null;
  choices?: readonly string[];
  required: 'yes' | 'no';
}

export const TEMPLATE_NAMES = ['three_days', 'weekly_market'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

// Questions are the organiser's own text, kept as data and edited by her; so these first ones are
// content (in the language of the call), not words of the interface.
const POWER: NewQuestion = {
  kind: 'choice',
  label: 'Berapa listrik yang dibutuhkan?',
  hint: 'Hitung semua alat yang menyala bersamaan.',
  choices: ['Tidak perlu', 'Sampai 450 watt', 'Sampai 900 watt', 'Lebih dari 900 watt'],
  required: 'yes',
};
const GAS: NewQuestion = { kind: 'yes_no', label: 'Memasak dengan gas di stan?', required: 'yes' };
const PORTIONS: NewQuestion = {
  kind: 'number',
  label: 'Berapa porsi yang bisa dibuat dalam sehari?',
  required: 'yes',
};
const STAFF: NewQuestion = { kind: 'number', label: 'Berapa orang yang menjaga stan?', required: 'no' };

export const FESTIVAL_TEMPLATES: Record<TemplateName, FestivalTemplate> = {
  three_days: {
    opens: '10:00',
    closes: '21:00',
    dayOffsets: [0, 1, 2],
    loadInHours: 4,
    callClosesDaysBefore: 10,
    offerHours: 48,
    documents: [
      { kind: 'ktp', required: 'yes' },
      { kind: 'nib', required: 'no' },
      { kind: 'halal', required: 'no' },
    ],
    questions: [POWER, GAS, PORTIONS, STAFF],
  },
  weekly_market: {
    opens: '06:00',
    closes: '11:00',
    dayOffsets: [0, 7, 14, 21],
    loadInHours: 2,
    callClosesDaysBefore: 7,
    offerHours: 24,
    documents: [{ kind: 'ktp', required: 'yes' }],
    questions: [GAS, PORTIONS],
  },
};

export function daysOfTemplate(template: TemplateName, firstDay: string): string[] {
  return FESTIVAL_TEMPLATES[template].dayOffsets.map((offset) => addDays(firstDay, offset));
}

/** A grid for so many booths: wide rather than deep, at most ten in a row. */
export function planFor(boothCount: number): { columns: number; rows: number } {
  const columns = Math.min(10, Math.max(1, Math.ceil(Math.sqrt(boothCount * 2))));
  return { columns, rows: Math.ceil(boothCount / columns) };
}

/** Caps a new festival starts with: its booths, and not more than a sixth of them selling the same dish. */
export function firstCaps(boothCount: number) {
  return [
    { kind: 'total', value: '', limit: boothCount },
    { kind: 'dish', value: '', limit: Math.max(2, Math.ceil(boothCount / 6)) },
  ];
}

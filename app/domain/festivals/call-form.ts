import { z } from 'zod';
import { DISH_NAME_MAX } from '~/domain/menus/menus';
import { DOCUMENT_KINDS, MERCHANT_CATEGORIES } from '~/domain/merchants/merchants';
import type { Cap } from './caps';
import { BOOTHS_MAX, QUESTION_KINDS, QUESTIONS_MAX, type QuestionKind } from './festival';
import { wholeNumber } from './festival-form';
import type { NewQuestion } from './templates';
import { TRAINING_AMOUNT_MOST, TRAINING_RULE_KINDS, type TrainingRule } from './training-rule';

const limit = (field: string) =>
  z
    .union([z.literal('').transform(() => null), wholeNumber('cap_wrong', 0, BOOTHS_MAX, field)])
    .optional()
    .transform((value) => value ?? null);

/** Quotas: one field each; empty = no quota. `category.<kind>` narrows to one kind of food. */
export const capsForm = z
  .object({
    total: limit('total'),
    category: limit('category'),
    dish: limit('dish'),
    dishName: z.string().max(DISH_NAME_MAX, 'dish_name_long').optional().default(''),
    dishNameLimit: limit('dishNameLimit'),
    halalShare: z
      .union([z.literal('').transform(() => null), wholeNumber('cap_percent_wrong', 0, 100)])
      .optional()
      .transform((value) => value ?? null),
    district: limit('district'),
    ...Object.fromEntries(MERCHANT_CATEGORIES.map((kind) => [`category.${kind}`, limit(kind)])),
  })
  .superRefine((fields, context) => {
    if (fields.dishName !== '' && fields.dishNameLimit === null) {
      context.addIssue({ code: 'custom', path: ['dishNameLimit'], message: 'cap_dish_limit_missing' });
    }
  })
  .transform(toCaps);

function toCaps(fields: Record<string, unknown>): Cap[] {
  const of = (name: string) => fields[name] as number | null;
  const cap = (kind: Cap['kind'], value: string, found: number | null): Cap[] =>
    found === null ? [] : [{ kind, value, limit: found }];
  const dishName = String(fields.dishName ?? '');
  return [
    ...cap('total', '', of('total')),
    ...cap('category', '', of('category')),
    ...MERCHANT_CATEGORIES.flatMap((kind) => cap('category', kind, of(`category.${kind}`))),
    ...cap('dish', '', of('dish')),
    ...(dishName === '' ? [] : cap('dish', dishName, of('dishNameLimit'))),
    ...cap('halal_share', '', of('halalShare')),
    ...cap('district', '', of('district')),
  ];
}

/** How finished lessons count: not at all, as a minimum, or with points each. The number belongs to the last two. */
export const trainingRuleForm = z
  .object({
    kind: z.enum(['none', ...TRAINING_RULE_KINDS], 'training_kind_missing'),
    amount: z.union([z.literal(''), wholeNumber('training_amount_wrong', 1, TRAINING_AMOUNT_MOST)]).default(''),
  })
  .transform(({ kind, amount }, context): TrainingRule | null => {
    if (kind === 'none') return null;
    if (amount !== '') return { kind, amount };
    context.addIssue({ code: 'custom', path: ['amount'], message: 'training_amount_wrong' });
    return z.NEVER;
  });

/** Up to six questions in numbered fields; one without a label is left out. */
export const questionsForm = z.record(z.string(), z.unknown()).transform((fields, context): NewQuestion[] =>
  Array.from({ length: QUESTIONS_MAX }, (_, index) => index + 1).flatMap((n) => {
    const text = (name: string) => (typeof fields[`${name}${n}`] === 'string' ? (fields[`${name}${n}`] as string) : '');
    const label = text('label');
    if (label === '') return [];
    if (label.length > 160)
      context.addIssue({ code: 'custom', path: [`label${n}`], message: 'question_long', params: { n } });
    const kind = (QUESTION_KINDS as readonly string[]).includes(text('kind')) ? (text('kind') as QuestionKind) : 'text';
    if (text('hint').length > 160)
      context.addIssue({ code: 'custom', path: [`hint${n}`], message: 'question_hint_long', params: { n } });
    const choices = [
      ...new Set(
        text('choices')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ];
    if (choices.length > 12) {
      context.addIssue({ code: 'custom', path: [`choices${n}`], message: 'question_choices_many', params: { n } });
    }
    if (kind === 'choice' && choices.length < 2) {
      context.addIssue({ code: 'custom', path: [`choices${n}`], message: 'question_choices_few', params: { n } });
    }
    return [
      {
        kind,
        label,
        hint: text('hint') || null,
        choices,
        required: text('required') === 'yes' ? 'yes' : 'no',
      },
    ];
  }),
);

const ASKED = ['required', 'wished', 'not_asked'] as const;

/** One choice a paper. */
export const papersForm = z
  .object(Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, z.enum(ASKED).optional().default('not_asked')])))
  .transform((fields) =>
    DOCUMENT_KINDS.flatMap((kind) =>
      fields[kind] === 'not_asked'
        ? []
        : [{ kind, required: fields[kind] === 'required' ? ('yes' as const) : ('no' as const) }],
    ),
  );

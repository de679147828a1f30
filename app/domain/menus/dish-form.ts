import { z } from 'zod';
import { parseId } from '~/shared/ids';
import { PRICE_HIGHEST, readPrice } from '~/shared/price';
import {
  ALLERGENS,
  type Allergen,
  DISH_CATEGORY_MAX,
  DISH_DESCRIPTION_MAX,
  DISH_NAME_MAX,
  HALAL_STATES,
  MAKE_MINUTES_MAX,
  MAKE_MINUTES_MIN,
  OPTION_NAME_MAX,
  OPTION_PRICE_MAX,
} from './menus';

export const dishNameField = z
  .string('dish_name_missing')
  .min(1, 'dish_name_missing')
  .max(DISH_NAME_MAX, 'dish_name_long');

/** A price as merchants write it; one that looks like a slip is asked back with what was probably meant. */
export const priceField = z.string('price_missing').transform((typed, context): number => {
  const read = readPrice(typed);
  if (read.ok) return read.value;
  const { code, ...params } = read.refusal;
  context.addIssue({ code: 'custom', message: code, params });
  return z.NEVER;
});

/** The tap that answers "Harga Rp15?": the amount on the button stands for what was typed. */
export function takePriceAnswer(fields: unknown): unknown {
  const { priceAnswer, ...given } = fields as Record<string, unknown>;
  return typeof priceAnswer === 'string' ? { ...given, price: priceAnswer, dishPrice: priceAnswer } : given;
}

const minutesField = z
  .string('minutes_missing')
  .transform((typed) => typed.replace(/\s*(?:menit|minutes?|min|mnt|m)\.?$/i, ''))
  .transform((typed, context): number => {
    const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
    if (minutes >= MAKE_MINUTES_MIN && minutes <= MAKE_MINUTES_MAX) return minutes * 60;
    const message = typed === '' ? 'minutes_missing' : 'minutes_range';
    context.addIssue({ code: 'custom', message, params: { least: MAKE_MINUTES_MIN, most: MAKE_MINUTES_MAX } });
    return z.NEVER;
  });

/** A dish in three inputs (A5). The id is made on the form, so that a double tap adds one dish. */
export const newDishForm = z.preprocess(
  takePriceAnswer,
  z.object({
    dishId: z
      .string()
      .optional()
      .transform((text) => parseId('dsh', text)),
    name: dishNameField,
    price: priceField,
    minutes: minutesField,
  }),
);

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();

/** A whole dish. Allergens: none ticked and no "tidak ada" = not answered. */
export const dishForm = z.preprocess(
  takePriceAnswer,
  z.object({
    name: dishNameField,
    price: priceField,
    minutes: minutesField,
    description: z
      .string()
      .max(DISH_DESCRIPTION_MAX, 'description_long')
      .optional()
      .transform((typed) => typed || null),
    category: z
      .string()
      .max(DISH_CATEGORY_MAX, 'dish_category_long')
      .optional()
      .transform((typed) => typed || null),
    halal: z.enum(HALAL_STATES, 'halal_missing').default('unknown'),
    spice: z
      .enum(['', '0', '1', '2', '3', '4', '5'])
      .optional()
      .transform((typed) => (typed ? Number(typed) : null)),
    allergens: several.transform((ticked, context) => {
      const listed = (ticked ?? []).filter((each): each is Allergen => ALLERGENS.includes(each as Allergen));
      const saysNone = (ticked ?? []).includes('none');
      if (saysNone && listed.length > 0) context.addIssue({ code: 'custom', message: 'allergens_both' });
      return { answer: listed.length > 0 ? 'listed' : saysNone ? 'none' : 'unknown', listed } as const;
    }),
  }),
);

/** One group of options: a line an option, `nama = harga` or only the name. */
export const optionGroupForm = z.object({
  group: z.string('option_group_missing').min(1, 'option_group_missing').max(OPTION_NAME_MAX, 'option_name_long'),
  rule: z.enum(['one', 'any', 'up_to_two', 'up_to_three'], 'option_rule_missing'),
  options: z.string('options_missing').transform((typed, context) => readOptionLines(typed, context)),
});

function readOptionLines(typed: string, context: z.RefinementCtx): { name: string; price: number }[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) context.addIssue({ code: 'custom', message: 'options_missing' });
  return lines.map((line, i) => {
    const match = /^(.*?)\s*(?:=|:|\+)\s*(\S.*)$/.exec(line);
    const name = (match?.[1] ?? line).trim();
    const price = match ? readOptionPrice(match[2] ?? '') : 0;
    if (name === '' || name.length > OPTION_NAME_MAX || price === null) {
      context.addIssue({ code: 'custom', message: 'option_line', params: { line: i + 1, typed: line.slice(0, 40) } });
    }
    return { name, price: price ?? 0 };
  });
}

function readOptionPrice(typed: string): number | null {
  if (/^(?:rp\s*)?0$|^gratis$|^free$/i.test(typed)) return 0;
  const read = readPrice(typed);
  return read.ok && read.value <= Math.min(OPTION_PRICE_MAX, PRICE_HIGHEST) ? read.value : null;
}

/** How many of a group may be chosen, from the rule on the screen. */
export function choosable(rule: z.output<typeof optionGroupForm>['rule'], count: number): { min: number; max: number } {
  if (rule === 'one') return { min: 1, max: 1 };
  const most = { any: count, up_to_two: 2, up_to_three: 3 }[rule];
  return { min: 0, max: Math.max(1, Math.min(most, count)) };
}

import { readTypedField } from '~/domain/merchants/typed-field';
import type { useWords } from '~/i18n';
import { formatList, formatMinutes, formatPhone, formatRupiah } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { regionName } from '~/shared/regions';

type Words = ReturnType<typeof useWords>;

/** Names of dishes by their ids, those off the menu too. */
export type DishNames = Readonly<Record<string, string>>;

/** What a remembered field is called on the screen. */
export function sayField(field: string, words: Words, dishes: DishNames): string {
  const { people, merchants } = words;
  const about = readTypedField(field);
  if (about?.of === 'document') return merchants.documentKinds[about.kind] ?? about.kind;
  if (about?.of !== 'dish') return people.fields[field] ?? field;
  const dish = dishes[about.dishId] ?? people.help.dishGone;
  return about.part === null
    ? `${people.help.added}: ${dish}`
    : `${dish}: ${people.dishParts[about.part] ?? about.part}`;
}

/** What stood or stands in it, in words. */
export function sayValue(field: string, value: unknown, words: Words, language: Language): string {
  if (value === null || value === undefined || value === '') return words.people.help.empty;
  const about = readTypedField(field);
  if (about?.of === 'document') return sayPaper(value as TypedPaper, words);
  if (about?.of === 'dish') return sayDish(about.part, value, words, language);
  const texts: Record<string, () => string> = {
    phone: () => formatPhone(String(value)),
    regionCode: () => regionName(String(value)),
    category: () => words.merchants.categories[String(value)] ?? String(value),
    kbli: () => (value as { code: string }).code,
    womanOwned: () => words.people.yesNo[String(value)] ?? String(value),
    capital: () => formatRupiah(Number(value)),
    yearlySales: () => formatRupiah(Number(value)),
  };
  return texts[field]?.() ?? String(value);
}

/** A paper as its owner may read it: its number opened. */
export interface TypedPaper {
  answer: string;
  number: string | null;
  validUntil: string | null;
}

function sayPaper({ answer, number, validUntil }: TypedPaper, { merchants }: Words): string {
  const { documents } = merchants;
  return [documents.answers[answer] ?? answer, number, validUntil && documents.until(validUntil)]
    .filter(Boolean)
    .join(', ');
}

function sayDish(part: string | null, value: unknown, { menus, common }: Words, language: Language): string {
  if (part === null) {
    const { name, price } = value as { name: string; price: number | null };
    return price === null ? name : `${name}, ${formatRupiah(price)}`;
  }
  if (part === 'price') return formatRupiah(Number(value));
  if (part === 'makeSeconds') return formatMinutes(Number(value), language);
  if (part === 'halal') return menus.halalChoices[value as keyof typeof menus.halalChoices] ?? String(value);
  if (part === 'spiceLevel') return menus.spiceLevel(Number(value));
  if (part !== 'allergens') return String(value);
  const { answer, listed } = value as { answer: string; listed: string[] };
  if (answer === 'unknown') return menus.spiceEmpty;
  const names = listed.map((each) => (common.allergens as Record<string, string>)[each] ?? each);
  return names.length === 0 ? menus.allergensNone : formatList(names, language);
}

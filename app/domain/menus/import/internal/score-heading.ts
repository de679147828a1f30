import type { ImportField } from '../import';
import { type HeadingWords, understandHeading } from './field-words';

export type FieldScores = Partial<Record<ImportField, number>>;

export interface HeadingReading {
  /** 0 … 1 per field; two fields with like scores are told apart by what the column holds. */
  scores: FieldScores;
  ordinal: number | null;
  /** Name for a group or a choice, from the heading: "Level pedas", "telur". */
  label: string;
}

/** What a heading may mean. Empty scores = nothing is said. */
export function scoreHeading(heading: string): HeadingReading {
  const words = understandHeading(heading);
  const rules = [aboutContact, aboutCooking, aboutOptions, aboutPrices, aboutText, aboutIds, aboutNames];
  let scores: FieldScores = {};
  for (const rule of rules) {
    scores = rule(words);
    if (Object.keys(scores).length > 0) break;
  }
  return { scores, ordinal: words.ordinal, label: labelOf(heading, words) };
}

function aboutContact({ has, words }: HeadingWords): FieldScores {
  if (has('photo')) return { photo_address: 0.95 };
  if (has('phone')) return has('foreign') ? { unknown: 0.6 } : { phone: 0.95 };
  if (has('foreign') && !has('halal', 'allergen') && !(has('price') && has('dish'))) return { unknown: 0.9 };
  if (has('hours')) return { hours: 0.95 };
  if (has('district')) return { district: 0.95 };
  // "Kota" beside "alamat" is a city; "lokasi" alone may be either.
  if (has('city')) return { city: 0.95 };
  if (has('address'))
    return words.includes('lokasi') || words.includes('location') ? { address: 0.7, city: 0.6 } : { address: 0.95 };
  return {};
}

function aboutCooking({ has, words }: HeadingWords): FieldScores {
  if (has('allergen')) return { allergens: 0.95 };
  if (has('halal')) return { halal: 0.95 };
  if (has('minutes') || (has('time') && has('cooking', 'dish')) || (has('cooking') && has('time')))
    return { make_minutes: 0.95 };
  if (has('time') && words.length === 1) return { make_minutes: 0.5 };
  if (has('spice') && !has('option')) return { spice_level: 0.85, option_list: 0.8 };
  return {};
}

function aboutOptions({ has, rest }: HeadingWords): FieldScores {
  const named = rest.length > 0;
  if (has('option') && has('price'))
    return named ? { option_extra: 0.95, option_price: 0.6 } : { option_price: 0.95, option_extra: 0.3 };
  if (has('option') && has('group', 'category')) return { option_group: 0.9 };
  if (has('option')) return named ? { option_extra: 0.8, option_list: 0.85 } : { option_list: 0.85, option_name: 0.84 };
  if (has('choice') && !has('price', 'id', 'description')) return { option_list: 0.8 };
  return {};
}

function aboutPrices({ has, rest, words }: HeadingWords): FieldScores {
  if (!has('price')) return {};
  if (has('choice')) return { option_extra: 0.5, price: 0.5 };
  // "Harga coret", "harga grosir": a price, but not the first one to take.
  return { price: rest.length > 0 || words.includes('modal') ? 0.7 : 0.95 };
}

function aboutText({ has }: HeadingWords): FieldScores {
  if (has('section')) return { section: 0.9 };
  if (has('category', 'group')) {
    if (has('dish')) return { section: 0.9, category: 0.3 };
    if (has('merchant')) return { category: 0.92 };
    return { category: 0.6, section: 0.58 };
  }
  if (has('story')) return { story: has('dish') ? 0.4 : 0.9 };
  if (has('description')) {
    if (has('dish')) return { description: 0.95 };
    if (has('merchant')) return { story: 0.92 };
    return { description: 0.7, story: 0.6 };
  }
  return {};
}

function aboutIds({ has, words }: HeadingWords): FieldScores {
  if (has('id') || (has('number') && has('merchant', 'dish') && !has('name'))) {
    if (has('dish')) return { dish_id: 0.95 };
    if (has('merchant')) return { merchant_id: 0.95 };
    return { merchant_id: 0.5, dish_id: 0.5, unknown: 0.4 };
  }
  if ((has('number') || words.includes('#')) && words.length <= 2) return { unknown: 0.9 };
  return {};
}

function aboutNames({ has, rest }: HeadingWords): FieldScores {
  const doubt = rest.length > 0 ? 0.15 : 0;
  // "Nama pemilik usaha" is a person, whatever else it mentions.
  if (has('person')) return { owner_name: 0.95 - doubt };
  if (has('dish')) return { dish_name: (has('name') ? 0.95 : 0.85) - doubt };
  if (has('merchant')) return { stall_name: (has('name') ? 0.95 : 0.85) - doubt };
  if (has('name')) return { stall_name: 0.55, dish_name: 0.54, owner_name: 0.4 };
  return {};
}

const NOISE =
  /\b(harga|price|rp|idr|pilihan|opsi|option|options|varian|variant|tambahan|tambah|extra|ekstra|add ?-?ons?|nama|daftar)\b/gi;

/** A name for a group or a choice out of the heading: units and the words that only say "choice" go. */
function labelOf(heading: string, { rest, has }: HeadingWords): string {
  const plain = heading
    .normalize('NFKC')
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/[_:]+/g, ' ')
    .replace(/\s+\d{1,2}\s*$/, ' ');
  const short = plain.replace(NOISE, ' ').replace(/\s+/g, ' ').trim();
  const bare =
    has('option') && rest.length > 0
      ? short
          .replace(/\btoppings?\b|\btoping\b/gi, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : short;
  const label = bare || short || plain.replace(/\s+/g, ' ').trim();
  return label.slice(0, 1).toUpperCase() + label.slice(1, 60);
}

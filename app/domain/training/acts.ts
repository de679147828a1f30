import { FESTIVAL_MENU_LEAST, FESTIVAL_MENU_MOST } from '~/domain/menus/menus';
import { tellableMonths } from '~/domain/wallet/outside-sales';
import { shareOf } from '~/shared/rupiah';
import { DAY_MS } from '~/shared/time';
import type { LessonSlug } from './training';

/** Rules of the ten practices, pure. An act is judged on what a shop's data says now: nothing is ever ticked. */

/** The papers that the first lesson asks for. */
export const ACT_PAPERS = ['ktp', 'nib', 'halal', 'hygiene', 'bank_book'] as const;
/** Photos are judged on their large size, which is never enlarged: a smaller original stays smaller. */
export const PHOTO_WIDTH_LEAST = 640;
const PHOTOS_WANTED = 3;
const DESCRIPTIONS_WANTED = 3;
const OUTSIDE_SALES_GRACE_DAYS = 14;
const SLIP_GRACE_MS = 7 * DAY_MS;

export interface DishFacts {
  id: string;
  name: string;
  price: number | null;
  hasDescription: boolean;
  makeSeconds: number | null;
  /** Somebody of hers gave the minutes; imported ones are nobody's own answer. */
  areMinutesHerOwn: boolean;
  halal: string;
  allergenAnswer: string;
  photo: { sha256: string; width: number } | null;
  cost: number | null;
  floorPrice: number | null;
}

/** What a shop's data says at one moment, as far as the practices ask. */
export interface ShopFacts {
  /** `YYYY-MM-DD` on the house's clock, and the instant. */
  today: string;
  now: number;
  /** On the menu now, in her order. */
  dishes: DishFacts[];
  papers: { kind: string; answer: string; hasNumber: boolean; hasPage: boolean; validUntil: string | null }[];
  /** A row for each weekday that was answered. */
  hours: { weekday: number; isOpen: boolean }[];
  hasPin: boolean;
  /** One in force, or proposed and not decided. */
  hasPayoutAccount: boolean;
  payoutHour: number | null;
  /** Months (`YYYY-MM`) whose sales elsewhere were told. */
  outsideMonths: string[];
  /** Evenings closed, and whether the slip was checked. */
  slips: { at: number; checked: 'yes' | 'no' }[];
  hasComplaintsPerson: boolean;
  hasEmergencyNumber: boolean;
  /** Cashiers whose stall phone has no PIN yet. */
  cashiersWithoutPin: number;
  /** Dishes of the festival menu that are still on the menu. */
  festivalMenu: string[];
  /** Commission in force for a sale by wallet, basis points. QRIS fees are charged by no rail yet (decision 0200). */
  commission: number;
}

export type ActNeed =
  | 'paper_answer'
  | 'paper_ended'
  | 'ktp_number'
  | 'ktp_photo'
  | 'no_dish'
  | 'description'
  | 'cost'
  | 'price_under_cost'
  | 'photo'
  | 'photo_small'
  | 'photo_same'
  | 'allergens'
  | 'halal'
  | 'hours'
  | 'never_open'
  | 'minutes'
  | 'floor'
  | 'floor_under_cost'
  | 'pin'
  | 'payout_account'
  | 'payout_hour'
  | 'outside_sales'
  | 'slip'
  | 'complaints'
  | 'emergency'
  | 'cashier_pin'
  | 'set_few'
  | 'set_many'
  | 'set_dish';

/** One thing that keeps a practice open: what, and where it is put right. */
export interface ActGap {
  need: ActNeed;
  dish?: { id: string; name: string };
  /** Kind of a paper, or a month. */
  about?: string;
  count?: number;
}

export interface LessonAct {
  done: boolean;
  gaps: ActGap[];
}

/** What is left of a price after commission, whole rupiah. */
export function netOf(price: number, commission: number): number {
  return price - shareOf(price, commission);
}

/** The last month that is over on a day, and the day of the month. */
export function lastMonth(today: string): string {
  const [last = ''] = tellableMonths(today);
  return last;
}

/** Whether a lesson's practice is done in this shop, and what keeps it open. */
export function judgeAct(lesson: LessonSlug, shop: ShopFacts): LessonAct {
  const gaps = JUDGES[lesson](shop);
  return { done: gaps.length === 0, gaps };
}

const JUDGES: Record<LessonSlug, (shop: ShopFacts) => ActGap[]> = {
  'akun-dan-dokumen': papersAnswered,
  'menu-dan-harga': pricesCoverCost,
  'foto-makanan': bestSellersShown,
  'kemasan-dan-kebersihan': allergensTold,
  'jam-buka-dan-stok': hoursAndMinutes,
  promo: floorSet,
  'qris-dan-pencairan': walletReady,
  'buku-harian-dan-pajak': monthTold,
  'keluhan-dan-keamanan': contactsNamed,
  'stan-di-festival': festivalMenuReady,
};

const NO_DISH: ActGap[] = [{ need: 'no_dish' }];
const of = ({ id, name }: DishFacts) => ({ id, name });

function papersAnswered({ papers, today }: ShopFacts): ActGap[] {
  return ACT_PAPERS.flatMap((kind): ActGap[] => {
    const paper = papers.find((each) => each.kind === kind);
    if (!paper) return [{ need: 'paper_answer', about: kind }];
    const isHeld = paper.answer === 'have';
    if (isHeld && paper.validUntil !== null && paper.validUntil < today) return [{ need: 'paper_ended', about: kind }];
    return kind === 'ktp' ? ktpShown(paper) : [];
  });
}

/** The one paper that everybody has: its number and its photo, not only an answer. */
function ktpShown({ answer, hasNumber, hasPage }: ShopFacts['papers'][number]): ActGap[] {
  const isHeld = answer === 'have';
  return [
    ...(isHeld && hasNumber ? [] : [{ need: 'ktp_number' as const }]),
    ...(isHeld && hasPage ? [] : [{ need: 'ktp_photo' as const }]),
  ];
}

function pricesCoverCost({ dishes, commission }: ShopFacts): ActGap[] {
  const [first] = dishes;
  if (!first) return NO_DISH;
  const described = dishes.filter((dish) => dish.hasDescription && (dish.price ?? 0) > 0);
  const lacking = Math.min(DESCRIPTIONS_WANTED, dishes.length) - described.length;
  const gaps: ActGap[] = dishes
    .filter((dish) => !described.includes(dish))
    .slice(0, Math.max(0, lacking))
    .map((dish) => ({ need: 'description', dish: of(dish) }));
  const costed = dishes.filter((dish) => dish.cost !== null);
  if (costed.some(({ price, cost }) => netOf(price ?? 0, commission) > (cost ?? 0))) return gaps;
  const [loss] = costed;
  return [loss ? { need: 'price_under_cost', dish: of(loss) } : { need: 'cost', dish: of(first) }, ...gaps];
}

/** Her best sellers are those she put first. */
function bestSellersShown({ dishes }: ShopFacts): ActGap[] {
  if (dishes.length === 0) return NO_DISH;
  const wanted = Math.min(PHOTOS_WANTED, dishes.length);
  const seen = new Set<string>();
  const judged = dishes.map((dish) => {
    const need = photoNeed(dish, seen);
    if (dish.photo) seen.add(dish.photo.sha256);
    return { dish, need };
  });
  const lacking = wanted - judged.filter(({ need }) => need === null).length;
  return judged
    .flatMap(({ dish, need }): ActGap[] => (need === null ? [] : [{ need, dish: of(dish) }]))
    .slice(0, Math.max(0, lacking));
}

function photoNeed({ photo }: DishFacts, seen: ReadonlySet<string>): ActNeed | null {
  if (!photo) return 'photo';
  if (seen.has(photo.sha256)) return 'photo_same';
  return photo.width < PHOTO_WIDTH_LEAST ? 'photo_small' : null;
}

function allergensTold({ dishes }: ShopFacts): ActGap[] {
  if (dishes.length === 0) return NO_DISH;
  return dishes.flatMap((dish) => [
    ...(dish.allergenAnswer === 'unknown' ? [{ need: 'allergens' as const, dish: of(dish) }] : []),
    ...(dish.halal === 'unknown' ? [{ need: 'halal' as const, dish: of(dish) }] : []),
  ]);
}

function hoursAndMinutes({ hours, dishes }: ShopFacts): ActGap[] {
  const gaps: ActGap[] = [];
  const answered = new Set(hours.map(({ weekday }) => weekday)).size;
  if (answered < 7) gaps.push({ need: 'hours', count: 7 - answered });
  else if (!hours.some(({ isOpen }) => isOpen)) gaps.push({ need: 'never_open' });
  if (dishes.length === 0) return [...gaps, ...NO_DISH];
  const without = dishes.filter((dish) => !dish.makeSeconds || !dish.areMinutesHerOwn);
  return [...gaps, ...without.map((dish): ActGap => ({ need: 'minutes', dish: of(dish) }))];
}

/** A floor above the price would be no floor of it, so such a dish does not count. */
function floorSet({ dishes, commission }: ShopFacts): ActGap[] {
  const [first] = dishes;
  if (!first) return NO_DISH;
  const floored = dishes.filter(
    ({ floorPrice, cost, price }) => floorPrice !== null && cost !== null && floorPrice <= (price ?? 0),
  );
  if (floored.some(({ floorPrice, cost }) => netOf(floorPrice ?? 0, commission) >= (cost ?? 0))) return [];
  const [loss] = floored;
  return [loss ? { need: 'floor_under_cost', dish: of(loss) } : { need: 'floor', dish: of(first) }];
}

function walletReady({ hasPin, hasPayoutAccount, payoutHour }: ShopFacts): ActGap[] {
  const gaps: ActGap[] = [];
  if (!hasPin) gaps.push({ need: 'pin' });
  if (!hasPayoutAccount) gaps.push({ need: 'payout_account' });
  if (payoutHour === null) gaps.push({ need: 'payout_hour' });
  return gaps;
}

function monthTold({ today, now, outsideMonths, slips }: ShopFacts): ActGap[] {
  const gaps: ActGap[] = [];
  const over = lastMonth(today);
  const isGrace = Number(today.slice(8)) <= OUTSIDE_SALES_GRACE_DAYS;
  const isTold = outsideMonths.includes(over) || (isGrace && outsideMonths.includes(lastMonth(`${over}-01`)));
  if (!isTold) gaps.push({ need: 'outside_sales', about: over });
  const lastChecked = Math.max(0, ...slips.filter(({ checked }) => checked === 'yes').map(({ at }) => at));
  const unread = slips.filter(({ at }) => at > lastChecked);
  const isUnread = slips.length > 0 && (lastChecked === 0 || unread.some(({ at }) => now - at > SLIP_GRACE_MS));
  if (isUnread) gaps.push({ need: 'slip' });
  return gaps;
}

function contactsNamed({ hasComplaintsPerson, hasEmergencyNumber, cashiersWithoutPin }: ShopFacts): ActGap[] {
  const gaps: ActGap[] = [];
  if (!hasComplaintsPerson) gaps.push({ need: 'complaints' });
  if (!hasEmergencyNumber) gaps.push({ need: 'emergency' });
  if (cashiersWithoutPin > 0) gaps.push({ need: 'cashier_pin', count: cashiersWithoutPin });
  return gaps;
}

function festivalMenuReady({ festivalMenu, dishes }: ShopFacts): ActGap[] {
  const chosen = dishes.filter((dish) => festivalMenu.includes(dish.id));
  if (chosen.length < FESTIVAL_MENU_LEAST) return [{ need: 'set_few', count: chosen.length }];
  if (chosen.length > FESTIVAL_MENU_MOST) return [{ need: 'set_many', count: chosen.length }];
  return chosen.filter((dish) => !isFestivalReady(dish)).map((dish) => ({ need: 'set_dish', dish: of(dish) }));
}

function isFestivalReady(dish: DishFacts): boolean {
  const isPriced = (dish.price ?? 0) > 0 && dish.cost !== null;
  return isPriced && (dish.makeSeconds ?? 0) > 0 && dish.areMinutesHerOwn && dish.allergenAnswer !== 'unknown';
}

import { foldText } from '~/shared/fold-text';
import type { MerchantId } from '~/shared/ids';
import { DISHES_MAX } from '../../menus';
import type { ImportedDish, ImportedMerchant, RowProblem } from '../import';
import { type Aliases, aliasesOf, type KnownMerchants } from './merchant-aliases';

/** One merchant of the file, gathered over all her rows. */
export interface Slot {
  /** Sorts by the row she first stands in. */
  key: string;
  firstRow: number;
  stallName: string | null;
  phone: string | null;
  foreignId: string | null;
  regionCode: string | null;
  known: MerchantId | null;
  /** Her own fields are wrong somewhere, so none of her rows goes in. */
  wrong: boolean;
  dishes: Map<string, { row: number; base: string; whole: string; section: string; hasOptions: boolean }>;
  bareRow: { row: number; content: string } | null;
}

type Complaint = Pick<RowProblem, 'code' | 'field' | 'read'> & Partial<RowProblem>;

/** Finds out which rows speak of the same merchant, and of the same dish. Rows must come in their order. */
export class MerchantSlots {
  readonly slots: Slot[] = [];
  private current: Slot | null = null;
  private readonly byAlias = new Map<string, Slot>();
  private readonly namesakes = new Map<string, number>();

  constructor(
    private readonly known: KnownMerchants,
    private readonly defaultRegion: string | null,
  ) {}

  /** The merchant of a row; a row that names none continues the one above. */
  place(merchant: ImportedMerchant | null, row: number): { slot: Slot | null; complaint: Complaint | null } {
    if (merchant === null) {
      const complaint = this.current ? null : ({ code: 'merchant_missing', field: 'stall_name', read: '' } as const);
      return { slot: this.current, complaint };
    }
    const aliases = aliasesOf({ ...merchant, regionCode: merchant.regionCode ?? this.defaultRegion });
    const { slot: found, complaint } = this.find(merchant, aliases);
    const slot = found ?? this.open(merchant, row);
    this.fill(slot, merchant, aliases);
    this.current = slot;
    return { slot, complaint };
  }

  private find(merchant: ImportedMerchant, aliases: Aliases): { slot: Slot | null; complaint: Complaint | null } {
    const byId = aliases.id ? this.byAlias.get(aliases.id) : undefined;
    if (byId) return { slot: byId, complaint: null };
    const byPhone = aliases.phone ? this.byAlias.get(aliases.phone) : undefined;
    // One telephone for a whole chain: the file's own ids tell the outlets apart.
    if (byPhone && !(aliases.id && byPhone.foreignId)) return { slot: byPhone, complaint: differs(byPhone, merchant) };
    if (byPhone || !aliases.name) return { slot: null, complaint: null };
    const byName = this.byAlias.get(aliases.name);
    if (!byName || (aliases.id && byName.foreignId)) return { slot: null, complaint: null };
    if (aliases.phone && byName.phone) return { slot: null, complaint: null };
    if (aliases.phone || aliases.id || (this.namesakes.get(aliases.name) ?? 0) < 2)
      return { slot: byName, complaint: null };
    const isCurrent =
      this.current?.stallName && foldText(this.current.stallName) === foldText(merchant.stallName ?? '');
    if (isCurrent) return { slot: this.current, complaint: null };
    const complaint = {
      code: 'merchant_ambiguous',
      field: 'stall_name',
      read: merchant.stallName ?? '',
      count: this.namesakes.get(aliases.name),
    } as const;
    return { slot: null, complaint };
  }

  private open(merchant: ImportedMerchant, row: number): Slot {
    const slot: Slot = {
      key: `m${String(row).padStart(8, '0')}`,
      firstRow: row,
      stallName: null,
      phone: null,
      foreignId: null,
      regionCode: null,
      known: null,
      wrong: false,
      dishes: new Map(),
      bareRow: null,
    };
    this.slots.push(slot);
    const { name } = aliasesOf({ ...merchant, regionCode: merchant.regionCode ?? this.defaultRegion });
    if (name) this.namesakes.set(name, (this.namesakes.get(name) ?? 0) + 1);
    return slot;
  }

  private fill(slot: Slot, merchant: ImportedMerchant, aliases: Aliases): void {
    slot.stallName ??= merchant.stallName;
    slot.phone ??= merchant.phone;
    slot.foreignId ??= merchant.foreignId;
    slot.regionCode ??= merchant.regionCode ?? this.defaultRegion;
    slot.known ??= this.known.find(aliases)?.merchantId ?? null;
    for (const alias of [aliases.id, aliases.phone, aliases.name]) {
      if (alias && !this.byAlias.has(alias)) this.byAlias.set(alias, slot);
    }
  }
}

function differs(slot: Slot, merchant: ImportedMerchant): Complaint | null {
  if (!slot.stallName || !merchant.stallName || foldText(slot.stallName) === foldText(merchant.stallName)) return null;
  return {
    code: 'merchant_differs',
    field: 'stall_name',
    read: merchant.stallName,
    otherRow: slot.firstRow,
    name: slot.stallName,
  };
}

/** Names the dishes of a row within their merchant; says which stands in the file already. */
export function placeDishes(
  slot: Slot,
  dishes: readonly ImportedDish[],
  row: number,
): { kept: ImportedDish[]; complaints: Complaint[] } {
  const kept: ImportedDish[] = [];
  const complaints: Complaint[] = [];
  for (const dish of dishes) {
    const complaint = placeDish(slot, dish, row);
    if (complaint) complaints.push(complaint);
    else kept.push(dish);
  }
  return { kept, complaints };
}

function placeDish(slot: Slot, dish: ImportedDish, row: number): Complaint | null {
  const { options, price, key: _, ...rest } = dish;
  const base = JSON.stringify(rest);
  const whole = JSON.stringify([price, options]);
  const section = foldText(dish.section ?? '');
  const hasOptions = options.length > 0;
  const plain = dish.foreignId ? `id:${dish.foreignId}` : `name:${foldText(dish.name) || dish.name}`;
  const namesake = slot.dishes.get(plain);
  // "Original" under Kopi and "Original" under Teh are two dishes.
  dish.key = namesake && !dish.foreignId && namesake.section !== section ? `${plain}|${section}` : plain;
  const before = slot.dishes.get(dish.key);
  const about = { field: 'dish_name' as const, read: dish.name };
  if (!before) {
    if (slot.dishes.size >= DISHES_MAX) return { ...about, code: 'dishes_too_many', count: DISHES_MAX };
    slot.dishes.set(dish.key, { row, base, whole, section, hasOptions });
    return null;
  }
  if (before.base !== base) return { ...about, code: 'dish_twice', otherRow: before.row };
  if (before.whole === whole) return { ...about, code: 'row_twice', otherRow: before.row };
  // Choices of one dish may be spread over rows, each with its price.
  return hasOptions ? null : { ...about, code: 'dish_twice', otherRow: before.row };
}

/** A row with a merchant and no dish, seen before word for word. */
export function placeBare(slot: Slot, merchant: ImportedMerchant, row: number): Complaint | null {
  const content = JSON.stringify(merchant);
  if (slot.bareRow?.content === content) {
    return { code: 'row_twice', field: 'stall_name', read: merchant.stallName ?? '', otherRow: slot.bareRow.row };
  }
  slot.bareRow ??= { row, content };
  return null;
}

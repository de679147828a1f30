import { foldText } from '~/shared/fold-text';
import type { MerchantId } from '~/shared/ids';

/** The names by which a file calls a merchant, strongest last asked first: id, phone, name with city. */
export interface Aliases {
  id: string | null;
  phone: string | null;
  name: string | null;
}

/** Marks a name with city that several merchants of the organisation share. */
export const SHARED_NAME = 'names:';

export function aliasesOf({
  foreignId,
  phone,
  stallName,
  regionCode,
}: {
  foreignId: string | null;
  phone: string | null;
  stallName: string | null;
  regionCode: string | null;
}): Aliases {
  const folded = stallName ? foldText(stallName) || stallName.toLowerCase() : '';
  return {
    id: foreignId ? `id:${foreignId}` : null,
    phone: phone ? `phone:${phone}` : null,
    name: folded && regionCode ? `name:${folded}|${regionCode}` : null,
  };
}

/** Merchants that an organisation's files have named before. */
export class KnownMerchants {
  private readonly byAlias: ReadonlyMap<string, MerchantId>;
  private readonly aliases = new Map<MerchantId, { hasId: boolean; phone: string | null }>();

  constructor(rows: readonly { identity: string; merchant_id: MerchantId }[]) {
    this.byAlias = new Map(rows.map((row) => [row.identity, row.merchant_id]));
    for (const { identity, merchant_id } of rows) {
      const entry = this.aliases.get(merchant_id) ?? { hasId: false, phone: null };
      if (identity.startsWith('id:')) entry.hasId = true;
      if (identity.startsWith('phone:')) entry.phone = identity;
      this.aliases.set(merchant_id, entry);
    }
  }

  /** The merchant meant, or null for one that is new. A weaker name never overrules a stronger one that differs. */
  find({ id, phone, name }: Aliases): { merchantId: MerchantId } | null {
    const byId = id ? this.byAlias.get(id) : undefined;
    if (byId) return { merchantId: byId };
    const byPhone = phone ? this.byAlias.get(phone) : undefined;
    if (byPhone && !(id && this.aliases.get(byPhone)?.hasId)) return { merchantId: byPhone };
    const byName = name ? this.byAlias.get(name) : undefined;
    if (!byName || byPhone) return null;
    const entry = this.aliases.get(byName);
    if ((id && entry?.hasId) || (phone && entry?.phone)) return null;
    return !id && !phone && this.isShared(name) ? null : { merchantId: byName };
  }

  /** Whether a name with city belongs to several, so that it alone says nothing. */
  isShared(name: string | null): boolean {
    return name !== null && this.byAlias.has(name.replace(/^name:/, SHARED_NAME));
  }

  ownerOf(alias: string): MerchantId | null {
    return this.byAlias.get(alias) ?? null;
  }

  has(alias: string): boolean {
    return this.byAlias.has(alias);
  }
}

import { issueClaim } from '~/domain/merchants/issue-claim.server';
import { openMerchantForImport } from '~/domain/merchants/open-merchant-for-import.server';
import { type Merchant, readMerchants } from '~/domain/merchants/read-merchant.server';
import type { DayHours } from '~/domain/merchants/opening-hours';
import { setHours } from '~/domain/merchants/set-hours.server';
import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { sendMessage } from '~/platform/message.server';
import type { Secrets } from '~/platform/secret.server';
import { readOrganisation } from '~/domain/identity/read-organisations.server';
import { type MerchantId, newId, type OrganisationId, type PersonId } from '~/shared/ids';
import type { ImportedDish, ImportedMerchant } from '../import';
import { type Aliases, aliasesOf, KnownMerchants, SHARED_NAME } from './merchant-aliases';

export interface MerchantOfFile {
  key: string;
  merchant: ImportedMerchant;
  dishes: ImportedDish[];
}

export interface AppliedMerchant {
  merchantId: MerchantId;
  isNew: boolean;
  dishes: ImportedDish[];
}

interface Order {
  organisationId: OrganisationId;
  by: PersonId;
  merchants: MerchantOfFile[];
  now: number;
}

interface Applied {
  merchants: AppliedMerchant[];
  /** Merchants that were taken over by their owners meanwhile: theirs is the word now. */
  claimedKeys: string[];
  made: number;
  changed: number;
}

/** Finds or makes the merchants of one chunk. A new one without a phone gets a claim code, one with a phone an invitation. */
export async function applyMerchants(tx: Tx, secrets: Secrets, order: Order): Promise<Applied> {
  const { organisationId, merchants } = order;
  const known = await readKnown(tx, organisationId, merchants);
  const organisation = await readOrganisation(tx, organisationId);
  const found = merchants.map((each) => ({ ...each, aliases: aliasesOf(each.merchant) })).map((each) => ({ ...each, id: known.find(each.aliases)?.merchantId ?? null }));
  const before = new Map((await readMerchants(tx, found.flatMap((each) => each.id ?? []))).map((each) => [each.id, each]));
  const applied: Applied = { merchants: [], claimedKeys: [], made: 0, changed: 0 };
  for (const each of found) {
    const existing = each.id ? (before.get(each.id) ?? null) : null;
    if (existing && existing.claimedAt !== null) {
      applied.claimedKeys.push(each.key);
      continue;
    }
    const outcome = await applyOne(tx, { ...order, ...each, existing, known, secrets, organisationName: organisation?.name ?? '' });
    applied.merchants.push({ merchantId: outcome.merchantId, isNew: outcome.made, dishes: each.dishes });
    if (outcome.made) applied.made += 1;
    else if (outcome.changed) applied.changed += 1;
  }
  return applied;
}

async function readKnown(tx: Tx, organisationId: OrganisationId, merchants: MerchantOfFile[]): Promise<KnownMerchants> {
  const aliases = merchants.flatMap(({ merchant }) => {
    const { id, phone, name } = aliasesOf(merchant);
    return [id, phone, name, name?.replace(/^name:/, SHARED_NAME)].filter((alias) => typeof alias === 'string');
  });
  if (aliases.length === 0) return new KnownMerchants([]);
  const named = tx.selectFrom('menu_import_identity').select('merchant_id').where('organisation_id', '=', organisationId).where('identity', 'in', aliases);
  const rows = await tx
    .selectFrom('menu_import_identity')
    .select(['identity', 'merchant_id'])
    .where('organisation_id', '=', organisationId)
    .where('merchant_id', 'in', named)
    .execute();
  return new KnownMerchants(rows);
}

interface OneMerchant extends Order {
  merchant: ImportedMerchant;
  aliases: Aliases;
  existing: Merchant | null;
  known: KnownMerchants;
  secrets: Secrets;
  organisationName: string;
}

async function applyOne(tx: Tx, one: OneMerchant): Promise<{ merchantId: MerchantId; made: boolean; changed: boolean }> {
  const { merchant, existing, aliases, organisationId, now } = one;
  if (existing && !differs(existing, merchant)) {
    await keepAliases(tx, one, existing.id);
    return { merchantId: existing.id, made: false, changed: false };
  }
  const opened = await openMerchantForImport(tx, {
    merchantId: existing?.id ?? newId('mrc', now),
    organisationId,
    // A telephone shared by a chain names only its first outlet.
    importIdentity: firstFree(one, [aliases.phone, aliases.id, aliases.name]),
    stallName: merchant.stallName ?? existing?.stallName ?? '',
    phone: merchant.phone ?? existing?.phone ?? null,
    regionCode: merchant.regionCode ?? existing?.regionCode ?? '',
    ownerName: merchant.ownerName,
    category: merchant.category,
    district: merchant.district,
    address: merchant.address,
    story: merchant.story,
    now,
  });
  // Staging has checked the region against the same table.
  if (!opened.ok) throw new Error(`a staged merchant was refused: ${opened.refusal.code}`);
  const { merchantId, made } = opened.value;
  await keepAliases(tx, one, merchantId);
  if (merchant.hours) await setHours(tx, { merchantId, days: daysOf(merchant), now });
  if (made) await callOwner(tx, one, merchantId);
  return { merchantId, made, changed: !made };
}

function firstFree({ known, existing }: OneMerchant, aliases: (string | null)[]): string {
  const free = aliases.find((alias) => alias !== null && (existing !== null || !known.has(alias)));
  return free ?? aliases.find((alias) => alias !== null) ?? '';
}

/** Only what the file says counts; a cell it leaves empty takes nothing away. */
function differs(before: Merchant, file: ImportedMerchant): boolean {
  const pairs: [string | null, string | null][] = [
    [file.stallName, before.stallName],
    [file.ownerName, before.ownerName],
    [file.phone, before.phone],
    [file.regionCode, before.regionCode],
    [file.district, before.district],
    [file.address, before.address],
    [file.category, before.category],
    [file.story, before.story],
  ];
  return pairs.some(([said, stored]) => said !== null && said !== stored);
}

const IDENTITY = { organisation_id: 'text', identity: 'text', merchant_id: 'text' } as const;

async function keepAliases(tx: Tx, { organisationId, aliases, known }: OneMerchant, merchantId: MerchantId): Promise<void> {
  const names = [aliases.id, aliases.phone, aliases.name].filter((alias) => alias !== null);
  const fresh = names.filter((alias) => !known.has(alias));
  const owner = known.find({ id: null, phone: null, name: aliases.name })?.merchantId;
  if (aliases.name && owner && owner !== merchantId) fresh.push(aliases.name.replace(/^name:/, SHARED_NAME));
  const rows = fresh.map((identity) => ({ organisation_id: organisationId, identity, merchant_id: merchantId }));
  const added = await insertJsonRows(tx, 'menu_import_identity', IDENTITY, rows, { skipExisting: true });
  // Another outlet of this very chunk took the name first: from now on the name alone says nothing.
  if (added < rows.length && aliases.name) {
    const shared = { organisation_id: organisationId, identity: aliases.name.replace(/^name:/, SHARED_NAME), merchant_id: merchantId };
    await insertJsonRows(tx, 'menu_import_identity', IDENTITY, [shared], { skipExisting: true });
  }
}

function daysOf({ hours }: ImportedMerchant): DayHours[] {
  return (hours ?? []).map(({ weekday, opens, closes }) => ({ weekday, windows: opens && closes ? [{ opens, closes }] : [] }));
}

/**
 * With a phone she is invited, in the same words whether or not the phone is known here: the organisation learns
 * nothing, and a business she has already stays hers. Without one, a code is made for the printed sheet.
 */
async function callOwner(tx: Tx, one: OneMerchant, merchantId: MerchantId): Promise<void> {
  const { merchant, organisationId, organisationName, by, secrets, now } = one;
  if (merchant.phone) {
    await sendMessage(tx, {
      to: { phone: merchant.phone },
      template: 'merchant_imported',
      values: { stall: merchant.stallName ?? '', organisation: organisationName },
      path: '/klaim',
      key: `merchant_imported:${merchantId}`,
      now,
    });
    return;
  }
  const issued = await issueClaim(tx, { merchantId, organisationId, issuedBy: by, secrets, now });
  if (!issued.ok) throw new Error(`no claim for a new merchant: ${issued.refusal.code}`);
}

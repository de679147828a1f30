import { readOrganisation } from '~/domain/identity/read-organisations.server';
import { issueClaim } from '~/domain/merchants/issue-claim.server';
import {
  type ImportedMerchant as MerchantToOpen,
  openMerchantForImport,
} from '~/domain/merchants/open-merchant-for-import.server';
import { openMerchantsForImport } from '~/domain/merchants/open-merchants-for-import.server';
import type { DayHours } from '~/domain/merchants/opening-hours';
import { type Merchant, readMerchants } from '~/domain/merchants/read-merchant.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { type MessageOrder, sendMessages } from '~/platform/message.server';
import type { Secrets } from '~/platform/secret.server';
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
  const found = merchants
    .map((each) => ({ ...each, aliases: aliasesOf(each.merchant) }))
    .map((each) => ({ ...each, id: known.find(each.aliases)?.merchantId ?? null }));
  const before = new Map(
    (
      await readMerchants(
        tx,
        found.flatMap((each) => each.id ?? []),
      )
    ).map((each) => [each.id, each]),
  );
  const applied: Applied = { merchants: [], claimedKeys: [], made: 0, changed: 0 };
  const open = found.map((each) => ({
    ...order,
    ...each,
    known,
    existing: each.id ? (before.get(each.id) ?? null) : null,
  }));
  applied.claimedKeys = open.filter((each) => each.existing?.claimedAt != null).map((each) => each.key);
  const mine = open.filter((each) => each.existing?.claimedAt == null);
  const outcomes = await writeMerchants(tx, mine);
  await keepAliases(
    tx,
    mine.map((each, index) => ({ ...each, merchantId: outcomes[index]!.merchantId })),
  );
  const fresh = mine.map((each, index) => ({ ...each, ...outcomes[index]! }));
  for (const each of fresh) {
    if (each.merchant.hours && (each.made || each.changed))
      await setHours(tx, { merchantId: each.merchantId, days: daysOf(each.merchant), now: order.now });
    applied.merchants.push({ merchantId: each.merchantId, isNew: each.made, dishes: each.dishes });
    if (each.made) applied.made += 1;
    else if (each.changed) applied.changed += 1;
  }
  await callOwners(tx, secrets, {
    organisationName: organisation?.name ?? '',
    merchants: fresh.filter((each) => each.made),
  });
  return applied;
}

async function readKnown(tx: Tx, organisationId: OrganisationId, merchants: MerchantOfFile[]): Promise<KnownMerchants> {
  const aliases = merchants.flatMap(({ merchant }) => {
    const { id, phone, name } = aliasesOf(merchant);
    return [id, phone, name, name?.replace(/^name:/, SHARED_NAME)].filter((alias) => typeof alias === 'string');
  });
  if (aliases.length === 0) return new KnownMerchants([]);
  const named = tx
    .selectFrom('menu_import_identity')
    .select('merchant_id')
    .where('organisation_id', '=', organisationId)
    .where('identity', 'in', aliases);
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
}

interface Outcome {
  merchantId: MerchantId;
  made: boolean;
  changed: boolean;
}

/** New merchants go in together, changed ones one by one; those that say nothing new are left alone. */
async function writeMerchants(tx: Tx, merchants: OneMerchant[]): Promise<Outcome[]> {
  const taken = new Set<string>();
  const drafts = merchants.map((one) => {
    if (one.existing) return null;
    const identity = firstFree(one, taken);
    taken.add(identity);
    return draftOf(one, identity);
  });
  const opened = await openMerchantsForImport(
    tx,
    drafts.filter((draft) => draft !== null),
  );
  const outcomes: Outcome[] = [];
  for (const [index, one] of merchants.entries()) {
    if (!drafts[index]) outcomes.push(await writeKnown(tx, one));
    else {
      const { merchantId, made } = opened.shift()!;
      outcomes.push({ merchantId, made, changed: !made });
    }
  }
  return outcomes;
}

async function writeKnown(tx: Tx, one: OneMerchant): Promise<Outcome> {
  const merchantId = one.existing!.id;
  if (!differs(one.existing!, one.merchant)) return { merchantId, made: false, changed: false };
  // Staging has checked the region against the same table.
  const opened = await openMerchantForImport(tx, draftOf(one, ''));
  if (!opened.ok) throw new Error(`a staged merchant was refused: ${opened.refusal.code}`);
  return { merchantId, made: false, changed: true };
}

function draftOf({ merchant, existing, organisationId, now }: OneMerchant, importIdentity: string): MerchantToOpen {
  return {
    merchantId: existing?.id ?? newId('mrc', now),
    organisationId,
    importIdentity,
    stallName: merchant.stallName ?? existing?.stallName ?? '',
    phone: merchant.phone ?? existing?.phone ?? null,
    regionCode: merchant.regionCode ?? existing?.regionCode ?? '',
    ownerName: merchant.ownerName,
    category: merchant.category,
    district: merchant.district,
    address: merchant.address,
    story: merchant.story,
    now,
  };
}

/** Who she is in the organisation: phone, else the file's id, else name and city. A telephone shared by a chain names only its first outlet. */
function firstFree({ known, aliases: { phone, id, name } }: OneMerchant, taken: ReadonlySet<string>): string {
  const aliases = [phone, id, name].filter((alias) => alias !== null);
  return aliases.find((alias) => !known.has(alias) && !taken.has(alias)) ?? aliases[0] ?? '';
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

async function keepAliases(tx: Tx, merchants: (OneMerchant & { merchantId: MerchantId })[]): Promise<void> {
  const owners = new Map<string, MerchantId>();
  const rows: { organisation_id: OrganisationId; identity: string; merchant_id: MerchantId }[] = [];
  const keep = (organisationId: OrganisationId, identity: string, merchantId: MerchantId) =>
    rows.push({ organisation_id: organisationId, identity, merchant_id: merchantId });
  for (const { organisationId, aliases, known, merchantId } of merchants) {
    for (const alias of [aliases.id, aliases.phone, aliases.name].filter((each) => each !== null)) {
      const owner = known.ownerOf(alias) ?? owners.get(alias);
      if (!owner) {
        owners.set(alias, merchantId);
        keep(organisationId, alias, merchantId);
      } else if (owner !== merchantId && alias === aliases.name) {
        // Several outlets under one name: from now on the name alone says nothing.
        keep(organisationId, alias.replace(/^name:/, SHARED_NAME), owner);
      }
    }
  }
  await insertJsonRows(tx, 'menu_import_identity', IDENTITY, rows, { skipExisting: true });
}

function daysOf({ hours }: ImportedMerchant): DayHours[] {
  return (hours ?? []).map(({ weekday, opens, closes }) => ({
    weekday,
    windows: opens && closes ? [{ opens, closes }] : [],
  }));
}

/**
 * With a phone she is invited, in the same words whether or not the phone is known here: the organisation learns
 * nothing, and a business she has already stays hers. Without one, a code is made for the printed sheet.
 */
async function callOwners(
  tx: Tx,
  secrets: Secrets,
  {
    organisationName,
    merchants,
  }: { organisationName: string; merchants: (OneMerchant & { merchantId: MerchantId })[] },
): Promise<void> {
  const invitations = merchants.flatMap(({ merchant, merchantId, now }): MessageOrder[] =>
    merchant.phone
      ? [
          {
            to: { phone: merchant.phone },
            template: 'merchant_imported',
            values: { stall: merchant.stallName ?? '', organisation: organisationName },
            path: '/klaim',
            key: `merchant_imported:${merchantId}`,
            now,
          },
        ]
      : [],
  );
  await sendMessages(tx, invitations);
  for (const { merchant, merchantId, organisationId, by, now } of merchants) {
    if (merchant.phone) continue;
    const issued = await issueClaim(tx, { merchantId, organisationId, issuedBy: by, secrets, now });
    if (!issued.ok) throw new Error(`no claim for a new merchant: ${issued.refusal.code}`);
  }
}

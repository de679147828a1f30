import { sql } from 'kysely';
import sharp from 'sharp';
import { changePerson } from '~/domain/identity/change-person.server';
import { invite } from '~/domain/identity/invite.server';
import { makeSignInLink } from '~/domain/identity/make-sign-in-link.server';
import { sendSignInCode } from '~/domain/identity/send-sign-in-code.server';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setOptions } from '~/domain/menus/set-options.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { handOver } from '~/domain/orders/hand-over.server';
import { markReady } from '~/domain/orders/mark-ready.server';
import { askRequest } from '~/domain/privacy/ask-request.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import type { Tx } from '~/platform/app-context';
import { storeFile } from '~/platform/file.server';
import { sendMessage } from '~/platform/message.server';
import { type FestivalId, type MerchantId, newId, type PersonId, type PrivacyRequestId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { drainOutbox } from '~/worker/run-worker.server';
import { PERSONAL_COLUMNS } from '~db/personal-columns';
import type { World } from '../setup/engines';
import { letOthersIn } from './access';
import { makePerson, signInPerson } from './identity';
import { SIZE_AND_TOPPINGS } from './menus';
import { accepted } from './merchants';
import { doorOf, makeOrder } from './orders';
import { makeOpenFestival, type OpenStall } from './stalls';
import { plantCertificate, plantTalk } from './training';
import { makeWallet } from './wallet';

/** In every text of hers, and in nothing else. */
export const MARK = 'zuqx';
const PHONE = '+6281000007654' as E164;

export interface MarkedPerson {
  personId: PersonId;
  merchantId: MerchantId;
  phone: E164;
  stall: OpenStall;
  festivalSlug: string;
  /** A correction she asked for. */
  correctionId: PrivacyRequestId;
  /** Texts, numbers and fingerprints that must be nowhere afterwards. */
  needles: string[];
}

/** How a row of a personal table is hers; `$person`, `$merchant`, `$phone` are put in. */
const HERS: Record<string, string> = {
  identity_person: "id = '$person'",
  identity_code: "phone = '$phone'",
  identity_session: "person_id = '$person'",
  identity_sign_in_link: "person_id = '$person'",
  identity_invitation: "phone = '$phone'",
  wallet_account: "owner_id = '$person'",
  wallet_outside_sales: "merchant_id = '$merchant'",
  wallet_payout_account: "account_id in (select id from wallet_account where owner_id = '$merchant')",
  merchant_profile: "id = '$merchant'",
  merchant_sign_up_answer: "person_id = '$person'",
  merchant_document: "merchant_id = '$merchant'",
  merchant_document_page: "merchant_id = '$merchant'",
  merchant_document_check: "merchant_id = '$merchant'",
  merchant_nik: "number_hmac in (select number_hmac from merchant_document where merchant_id = '$merchant')",
  merchant_state_change: "merchant_id = '$merchant'",
  identity_stall_phone: "merchant_id = '$merchant'",
  identity_helper_session: "owner_id = '$person'",
  identity_phone_change: "person_id = '$person'",
  identity_passkey: "person_id = '$person'",
  merchant_field_author: "merchant_id = '$merchant' and helper_session_id is not null",
  merchant_contact: "merchant_id = '$merchant'",
  merchant_claim: "merchant_id = '$merchant'",
  merchant_section: "merchant_id = '$merchant'",
  merchant_section_revision: "merchant_id = '$merchant'",
  menu_dish: "merchant_id = '$merchant'",
  training_certificate: "merchant_id = '$merchant'",
  training_coaching: "merchant_id = '$merchant'",
  menu_option_group: "dish_id in (select id from menu_dish where merchant_id = '$merchant')",
  menu_option: "dish_id in (select id from menu_dish where merchant_id = '$merchant')",
  menu_import_row: "import_id = 'imp_marked'",
  menu_import_identity: "merchant_id = '$merchant'",
  festival_application: "merchant_id = '$merchant'",
  festival_answer: "application_id in (select id from festival_application where merchant_id = '$merchant')",
  festival_decision: "application_id in (select id from festival_application where merchant_id = '$merchant')",
  festival_participation: "merchant_id = '$merchant'",
  stall_setup: "merchant_id = '$merchant'",
  stall_search_word: "word like 'zuqx%'",
  order_header: "person_id = '$person'",
  order_browser: "order_id in (select id from order_header where person_id = '$person')",
  order_push: "order_id in (select id from order_header where person_id = '$person')",
  platform_outbox: "payload like '%zuqx%'",
  platform_message: "person_id = '$person' and text like '%zuqx%'",
  platform_file: "owner_id in (select id from menu_dish where merchant_id = '$merchant')",
  platform_picture:
    "file_id in (select id from platform_file where owner_id in (select id from menu_dish where merchant_id = '$merchant'))",
  privacy_request: "person_id = '$person' and kind = 'correction'",
};

/** Made by a verb that knows their form; the value they have is looked for. Everything else is overwritten with a mark. */
const AS_MADE =
  /hmac|hash|sealed|fingerprint|^payload$|^cells$|^reading$|^errors$|^bytes$|^avif$|^phone$|^word$|^recipient$|^merchant_key$|^stall_name$|^woman_owned$|^kbli_edition$|^text$|^content$/;
const NUMBERS = ['capital', 'yearly_sales', 'amount'];
/** So short or so common that finding them says nothing. */
const SAYS_NOTHING = new Set([
  'merchant_profile.woman_owned',
  'merchant_profile.kbli_edition',
  'menu_import_row.errors',
]);

/** Somebody whose every personal column says `zuqx` or a number of hers, with a business, a finished festival and an order. */
export async function makeMarkedPerson(world: World): Promise<MarkedPerson> {
  const festival = await makeOpenFestival(world, [
    { stallName: `${MARK}stall Siti`, ownerName: `${MARK}owner`, phone: PHONE, dishes: [{ name: `${MARK}dish` }] },
    {},
  ]);
  const [stall, other] = festival.stalls as [OpenStall, OpenStall];
  const { merchantId, ownerId: personId } = stall;
  const person = { personId, merchantId, phone: PHONE, stall, festivalSlug: festival.slug };
  await enterAs(world, person);
  await fillBusiness(world, person, festival);
  await plantCertificate(world, person);
  await plantTalk(world, person);
  await orderAs(world, personId, other);
  await letOthersIn(world, person);
  const correctionId = await tellAbout(world, person);
  await endFestival(world, festival.festivalId);
  await plant(world, person);
  return { ...person, correctionId, needles: await readNeedles(world, person) };
}

type Her = Pick<MarkedPerson, 'personId' | 'merchantId' | 'stall'>;

async function enterAs(world: World, { personId }: Her): Promise<void> {
  const now = world.clock.now();
  await world.inTransaction(async (tx) => {
    await changePerson(tx, { personId, name: `${MARK}name`, email: `${MARK}@contoh.id` });
    await makeSignInLink(tx, { personId, now });
    accepted(await sendSignInCode(tx, { phone: PHONE, language: 'id', secrets: world.app.ports.secrets, now }));
  });
  await signInPerson(world, personId);
}

async function fillBusiness(
  world: World,
  { personId, merchantId, stall }: Her,
  festival: Awaited<ReturnType<typeof makeOpenFestival>>,
): Promise<void> {
  const now = world.clock.now();
  const { secrets, images } = world.app.ports;
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const create = { width: 60, height: 60, channels: 3, background: '#aa3322', noise } as const;
  const photo = accepted(await images.readPhoto(await sharp({ create }).png().toBuffer()));
  const dishId = stall.dishIds[0]!;
  await world.inTransaction(async (tx) => {
    await saveSignUpAnswers(tx, { personId, answers: { stallName: `${MARK}typed` }, now });
    const paper = { merchantId, by: personId, secrets, demo: true, now } as const;
    accepted(
      await declareDocument(tx, {
        ...paper,
        kind: 'ktp',
        answer: 'have',
        number: '1671014101900000',
        validUntil: null,
      }),
    );
    const account = { bank: '002', number: '001201001234821', holder: 'x', merchantId, by: personId, secrets, now };
    accepted(await proposePayoutAccount(tx, account));
    accepted(await setOptions(tx, { dishId, groups: SIZE_AND_TOPPINGS, now }));
    accepted(await setDishPhoto(tx, { merchantId, dishId, photo, now }));
    await invite(tx, {
      phone: PHONE,
      scopeKind: 'organisation',
      scopeId: festival.organisationId,
      scopeName: 'Dinas',
      role: 'observer',
      createdBy: festival.organiserId,
      language: 'id',
      now,
    });
    await insertRows(tx, { personId, merchantId, stall, festival, now });
  });
}

async function insertRows(
  tx: Tx,
  { merchantId, stall, festival, now }: Her & { festival: Awaited<ReturnType<typeof makeOpenFestival>>; now: number },
): Promise<void> {
  const { organisationId, organiserId, festivalId } = festival;
  const question = newId('qst', now);
  const paper = { merchant_id: merchantId, kind: 'ktp' };
  const bytes = Buffer.from(`${MARK}page`);
  const file = await storeFile(tx, {
    ownerKind: 'document',
    ownerId: merchantId,
    visibility: 'private',
    contentType: 'image/webp',
    bytes,
    now,
  });
  await tx
    .insertInto('merchant_document_page')
    .values({
      ...paper,
      position: 1,
      file_id: file,
      fingerprint: 'pagefingerprintofhers',
      added_at: now,
      added_by: organiserId,
      removed_at: null,
    })
    .execute();
  await tx
    .insertInto('merchant_document_check')
    .values({
      ...paper,
      level: 'organiser',
      scope_id: organisationId,
      revision: 1,
      outcome: 'fits',
      note: 'x',
      at: now,
      by: organiserId,
    })
    .execute();
  const set = { set_by: organiserId, set_at: now };
  await tx
    .insertInto('merchant_contact')
    .values({ merchant_id: merchantId, kind: 'emergency', person_id: null, phone: PHONE, ...set })
    .execute();
  await tx
    .insertInto('wallet_outside_sales')
    .values({ merchant_id: merchantId, month: '2026-10', amount: 1, entered_by: organiserId, entered_at: now })
    .execute();
  await tx
    .insertInto('merchant_claim')
    .values({
      id: 'clm_marked',
      merchant_id: merchantId,
      organisation_id: organisationId,
      code_hmac: 'claimhmacofhers',
      code_sealed: 'claimsealedofhers',
      issued_at: now,
      issued_by: organiserId,
      redeemed_at: null,
      redeemed_by: null,
      revoked_at: null,
    })
    .execute();
  await tx
    .insertInto('festival_question')
    .values({
      id: question,
      festival_id: festivalId,
      position: 9,
      kind: 'text',
      label: 'Apa',
      hint: null,
      choices: '[]',
      required: 'no',
    })
    .execute();
  await tx
    .insertInto('festival_answer')
    .values({ application_id: stall.applicationId, question_id: question, answer: 'x', saved_at: now })
    .execute();
  await tx
    .insertInto('menu_import_identity')
    .values({ organisation_id: organisationId, identity: `phone:${PHONE}`, merchant_id: merchantId })
    .execute();
  await tx
    .insertInto('menu_import')
    .values({
      id: 'imp_marked',
      organisation_id: organisationId,
      created_by: organiserId,
      created_at: now,
      file_name: 'usaha.csv',
      file_sha256: '',
      format: '{}',
      state: 'applied',
      mapping: '{}',
      headings: '[]',
      rows_total: 2,
      rows_staged: 2,
      rows_good: 2,
      rows_bad: 0,
      rows_applied: 2,
      merchants_made: 0,
      merchants_changed: 1,
      dishes_made: 0,
      dishes_changed: 0,
      staged_at: now,
      applied_at: now,
      cancelled_at: null,
    })
    .execute();
  const row = {
    import_id: 'imp_marked',
    merchant_key: `${MARK}key`,
    errors: '[]',
    state: 'applied',
    applied_at: now,
  } as const;
  await tx
    .insertInto('menu_import_row')
    .values([
      {
        ...row,
        row_number: 2,
        cells: JSON.stringify([`${MARK}cell`, '0810']),
        reading: JSON.stringify({ phone: PHONE }),
      },
      {
        ...row,
        row_number: 3,
        cells: JSON.stringify(['', `${MARK}second`]),
        reading: JSON.stringify({ dish: `${MARK}read` }),
      },
    ])
    .execute();
}

/** An order at another's stall that empties her wallet, handed over. */
async function orderAs(world: World, personId: PersonId, other: OpenStall): Promise<void> {
  const now = world.clock.now();
  const wallet = await makeWallet(world, { personId, balance: 10_000 });
  accepted(await setPin(world.app, { personId, phone: null, pin: '748391' }));
  const { orderId, tickets } = await makeOrder(world, [other], { wallet, browser: 'browserhmacofhers' });
  const { festivalId } = other;
  const by = { door: doorOf(other, tickets[0]!), byPersonId: null, now };
  await world.inTransaction(async (tx) => {
    accepted(await acceptTicket(tx, { ...by, minutes: 5 }));
    accepted(await markReady(tx, by));
    accepted(await handOver(tx, by));
    await tx
      .insertInto('order_browser')
      .values({ festival_id: festivalId, browser_hmac: 'browserhmacofhers', order_id: orderId })
      .execute();
    await tx
      .insertInto('order_push')
      .values({
        festival_id: festivalId,
        order_id: orderId,
        endpoint_hash: 'endpointhashofhers',
        endpoint: 'https://push.example/1',
        p256dh: 'k',
        auth: 'a',
        language: 'id',
        created_at: now,
        gone_at: null,
      })
      .execute();
  });
}

/** Messages to her and to others that name her, sent and waiting; and a correction she asked for. */
async function tellAbout(world: World, { personId }: Her): Promise<PrivacyRequestId> {
  const now = world.clock.now();
  const someone = await makePerson(world);
  const say = (to: E164, key: string, who: PersonId, dueAt: number) =>
    world.inTransaction((tx) =>
      sendMessage(tx, {
        to: { phone: to },
        personId: who,
        template: 'ticket_refunded',
        values: { stall: `${MARK}stall Siti`, dishes: 'tekwan', amount: 1_000 },
        key,
        dueAt,
        now,
      }),
    );
  await say(PHONE, 'hers', personId, now);
  await say(someone.phone, 'others', someone.personId, now);
  await drainOutbox(world.app);
  await say(PHONE, 'hers-waiting', personId, now + 9e9);
  await say(someone.phone, 'others-waiting', someone.personId, now + 9e9);
  const correction = { field: 'other', wanted: `${MARK}wanted` } as const;
  return world.inTransaction((tx) => askRequest(tx, { personId, kind: 'correction', correction, now }));
}

async function endFestival(world: World, festivalId: FestivalId): Promise<void> {
  await world.inTransaction((tx) =>
    tx.updateTable('festival_edition').set({ state: 'finished' }).where('id', '=', festivalId).execute(),
  );
}

function where(table: string, { personId, merchantId }: Her): string {
  const condition = HERS[table];
  if (!condition) throw new Error(`how is a row of ${table} hers? Say so in HERS, and make one by its verb`);
  return condition.replaceAll('$person', personId).replaceAll('$merchant', merchantId).replaceAll('$phone', PHONE);
}

/** Writes a mark into every personal column that no verb has filled with one. */
async function plant(world: World, her: Her): Promise<void> {
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)} where ${sql.raw(where(table, her))}`.execute(world.db);
    if (Number(rows[0]?.n) === 0) throw new Error(`no row of ${table} is hers: make one`);
    for (const column of columns) {
      if (AS_MADE.test(column)) continue;
      const mark = NUMBERS.includes(column) ? 987_600_000 + column.length : `${MARK}${table.slice(0, 12)}${column}`;
      await world.inTransaction((tx) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${mark} where ${sql.raw(where(table, her))}`.execute(
          tx,
        ),
      );
    }
  }
}

/** What the personal columns of her rows say now: each must be somewhere, and afterwards nowhere. */
async function readNeedles(world: World, her: Her): Promise<string[]> {
  const needles = new Set<string>([MARK, PHONE.slice(3)]);
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    for (const column of columns) {
      if (SAYS_NOTHING.has(`${table}.${column}`)) continue;
      const { rows } = await sql<{
        v: unknown;
      }>`select ${sql.ref(column)} as v from ${sql.table(table)} where ${sql.raw(where(table, her))}`.execute(world.db);
      const found = rows.map(({ v }) => v).filter((v) => v !== null && v !== '[]');
      if (found.length === 0) throw new Error(`nothing was planted in ${table}.${column}`);
      for (const value of found) needles.add(textOf(value));
    }
  }
  return [...needles].filter((needle) => needle.length >= 3);
}

function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  // A stretch from inside a picture; beginning and end are the same for many.
  const middle = Math.floor(value.length / 2);
  return Buffer.from(value)
    .subarray(middle, middle + 24)
    .toString('latin1');
}

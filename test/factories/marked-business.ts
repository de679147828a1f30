import sharp from 'sharp';
import { invite } from '~/domain/identity/invite.server';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setOptions } from '~/domain/menus/set-options.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import type { Tx } from '~/platform/app-context';
import { storeFile } from '~/platform/file.server';
import { newId } from '~/shared/ids';
import type { World } from '../setup/engines';
import { type Her, MARK, MARKED_PHONE } from './marked-rows';
import { SIZE_AND_TOPPINGS } from './menus';
import { accepted } from './merchants';
import type { makeOpenFestival } from './stalls';

/** Papers, an account, a dish with options and photo, and rows of every table that names her business. */
export async function fillBusiness(
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
      phone: MARKED_PHONE,
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
    .values({ merchant_id: merchantId, kind: 'emergency', person_id: null, phone: MARKED_PHONE, ...set })
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
    .values({ organisation_id: organisationId, identity: `phone:${MARKED_PHONE}`, merchant_id: merchantId })
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
        reading: JSON.stringify({ phone: MARKED_PHONE }),
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

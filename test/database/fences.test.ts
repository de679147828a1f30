import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '~/platform/app-context';
import type { Database } from '~db/schema';
import { onBothEngines } from '../setup/engines';
import { readSchemaTypes } from './schema-types';

type Table = keyof Database;
type Values = Record<string, string | number | null>;
type Row = [Table, Values];

const types = readSchemaTypes();
let made = 0;

/** A row with something in every column that must not be empty. */
async function insert(tx: Tx, [table, values]: Row): Promise<void> {
  const row: Values = {};
  for (const [column, kind] of Object.entries(types[table] ?? {})) {
    if (!kind.endsWith('?')) row[column] = kind === 'integer' ? 1 : `any ${++made}`;
  }
  const filled = Object.entries({ ...row, ...values });
  const columns = sql.join(filled.map(([column]) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(filled.map(([, value]) => value))})`.execute(
    tx,
  );
}

const account = (values: Values): Row => [
  'wallet_account',
  { owner_kind: 'person', kind: 'spending', balance: 10, held: 0, version: 0, pin_failures: 0, ...values },
];
const hold = (values: Values): Row => [
  'wallet_hold',
  {
    account_id: 'acc',
    amount: 10,
    captured: 0,
    commission: 0,
    refunded: 0,
    commission_returned: 0,
    state: 'open',
    ...values,
  },
];
const ended = { state: 'captured', ended_at: 1, captured: 10 };
const person: Row = ['identity_person', { id: 'psn', language: 'id', phone: '+62811' }];
const member = (values: Values): Row => [
  'identity_member',
  { person_id: 'psn', scope_kind: 'merchant', scope_id: 'mrc', role: 'owner', ...values },
];
const merchant: Row = ['merchant_profile', { id: 'mrc', slug: 'siti', imported_by: 'org', import_identity: 'phone:1' }];
const festival: Row = [
  'festival_edition',
  { id: 'fst', slug: 'pesta', starts_on: '2026-11-28', ends_on: '2026-11-30' },
];
const booth = (values: Values): Row => ['festival_booth', { festival_id: 'fst', ...values }];
const boothOne = booth({ id: 'bth1', number: 1, plan_row: 1, plan_column: 1 });
const application = (id: string): Row => ['festival_application', { id, festival_id: 'fst', merchant_id: id }];
const offer = (values: Values): Row => [
  'festival_offer',
  { booth_id: 'bth1', application_id: 'apl1', outcome: 'open', ...values },
];
const ticket = (values: Values): Row => [
  'order_ticket',
  { festival_id: 'fst', participation_id: 'par', day: 'd', total: 10, cash_returned: 0, refunded: 0, ...values },
];
const line = (values: Values): Row => [
  'wallet_entry',
  { transfer_id: 'trf', debit_account_id: 'acc', credit_account_id: 'acc2', ...values },
];
const ledger = [account({ id: 'acc' }), account({ id: 'acc2' }), ['wallet_transfer', { id: 'trf' }] as Row];
const callOfThree = [festival, boothOne, application('apl1'), application('apl2')];

/** What must not happen: what is there, then the row that the database itself has to refuse. */
const fences: [string, Row[], Row][] = [
  ['an effect twice', [['platform_outbox', { key: 'k' }]], ['platform_outbox', { key: 'k' }]],
  ['one phone for two people', [person], ['identity_person', { language: 'id', phone: '+62811' }]],
  ['a sixth try at a code', [], ['identity_code', { tries: 6 }]],
  ['one role twice', [person, member({})], member({})],
  ['a session of nobody', [], ['identity_session', {}]],
  ['more held than there is', [], account({ balance: 5, held: 6 })],
  ['a balance below zero', [], account({ balance: -1 })],
  ['a house account with a balance', [], account({ owner_kind: 'house' })],
  ['an owner with two accounts of a kind', [account({ owner_id: 'a' })], account({ owner_id: 'a' })],
  [
    'two transfers under one key',
    [['wallet_transfer', { idempotency_key: 'k' }]],
    ['wallet_transfer', { idempotency_key: 'k' }],
  ],
  [
    'a transfer reversed twice',
    [
      ['wallet_transfer', { id: 'trf' }],
      ['wallet_transfer', { reverses_id: 'trf' }],
    ],
    ['wallet_transfer', { reverses_id: 'trf' }],
  ],
  ['money from an account to itself', ledger, line({ credit_account_id: 'acc' })],
  ['a line of nothing', ledger, line({ amount: 0 })],
  ['a line without its transfer', ledger, line({ transfer_id: 'none' })],
  ['two lines to one version', [...ledger, line({ line: 1, debit_version: 1 })], line({ line: 2, debit_version: 1 })],
  ['two holds for one ticket', [account({ id: 'acc' }), hold({ reference: 'tkt' })], hold({ reference: 'tkt' })],
  ['more captured than held', [account({ id: 'acc' })], hold({ ...ended, captured: 11 })],
  ['more given back than captured', [account({ id: 'acc' })], hold({ ...ended, refunded: 11 })],
  ['an ended hold that is still open', [account({ id: 'acc' })], hold({ ended_at: 1 })],
  [
    'one event of a bank twice',
    [['wallet_external_event', { rail: 'stripe', external_id: 'e' }]],
    ['wallet_external_event', { rail: 'stripe', external_id: 'e' }],
  ],
  ['one imported merchant twice', [merchant], ['merchant_profile', { imported_by: 'org', import_identity: 'phone:1' }]],
  [
    'two live claim codes',
    [merchant, ['merchant_claim', { merchant_id: 'mrc' }]],
    ['merchant_claim', { merchant_id: 'mrc' }],
  ],
  ['a dish for nothing', [], ['menu_dish', { price: 0 }]],
  [
    'choose at least two, at most one',
    [['menu_dish', { id: 'dsh' }]],
    ['menu_option_group', { dish_id: 'dsh', choose_min: 2, choose_max: 1 }],
  ],
  ['two booths in one place', [festival, boothOne], booth({ number: 2, plan_row: 1, plan_column: 1 })],
  [
    'two applications of a merchant',
    callOfThree,
    ['festival_application', { festival_id: 'fst', merchant_id: 'apl1' }],
  ],
  ['one booth offered to two', [...callOfThree, offer({})], offer({ application_id: 'apl2' })],
  [
    'an accepted booth offered again',
    [...callOfThree, offer({ outcome: 'accepted' })],
    offer({ application_id: 'apl2' }),
  ],
  [
    'two open offers for one application',
    [...callOfThree, booth({ id: 'bth2', number: 2, plan_row: 1, plan_column: 2 }), offer({})],
    offer({ booth_id: 'bth2' }),
  ],
  [
    'two chosen for one booth',
    [...callOfThree, ['festival_decision', { application_id: 'apl1', outcome: 'chosen', booth_id: 'bth1' }]],
    ['festival_decision', { application_id: 'apl2', outcome: 'chosen', booth_id: 'bth1' }],
  ],
  ['portions below none', [], ['stall_stock', { portions_left: -1 }]],
  ['a slot beyond its seconds', [], ['stall_slot', { capacity_seconds: 600, used_seconds: 601 }]],
  ['a price of nothing', [], ['stall_listing', { festival_price: 0 }]],
  [
    'one short code twice',
    [['order_header', { festival_id: 'f', short_code: 'AB' }]],
    ['order_header', { festival_id: 'f', short_code: 'AB' }],
  ],
  [
    'one order at two festivals',
    [['order_header', { festival_id: 'f', id: 'ord' }]],
    ['order_header', { festival_id: 'g', id: 'ord' }],
  ],
  ['one pickup number twice', [ticket({ pickup_number: 7 })], ticket({ pickup_number: 7 })],
  ['more refunded than paid', [], ticket({ refunded: 11 })],
  ['unpaid portions over the ceiling', [], ['order_unpaid', { portions: 11, ceiling: 10 }]],
];

onBothEngines('the database refuses', (engine) => {
  it.each(fences)('%s', async (_, before, row) => {
    const { inTransaction } = await engine.world();
    let isReady = false;
    const unit = inTransaction(async (tx) => {
      for (const earlier of before) await insert(tx, earlier);
      isReady = true;
      await insert(tx, row);
    });
    await expect(unit).rejects.toThrow(/unique|check|foreign key/i);
    // The rows before it were fine: it was the last one that the fence stopped.
    expect(isReady).toBe(true);
  });

  it('but lets a booth go to the next when its offer has ended, and a role be given again', async () => {
    const { inTransaction } = await engine.world();
    await inTransaction(async (tx) => {
      for (const row of [...callOfThree, offer({ outcome: 'expired' }), offer({ application_id: 'apl2' })])
        await insert(tx, row);
      for (const row of [person, member({ ended_at: 1 }), member({})]) await insert(tx, row);
    });
  });
});

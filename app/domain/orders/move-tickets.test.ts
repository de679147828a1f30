import { expect, it } from 'vitest';
import { newSecretId, type TicketId } from '~/shared/ids';
import { doorOf, makeOrder, nextBrowser, readTicket, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival, readSlotRows, readStockRow } from '../../../test/factories/stalls';
import { makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { findOrMakePersonByPhone } from '../identity/find-or-make-person.server';
import { acceptTicket } from './accept-ticket.server';
import { answerAsked } from './answer-asked.server';
import { askCustomer } from './ask-customer.server';
import { cancelTicket } from './cancel-ticket.server';
import { expireTicket } from './expire-ticket.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';
import { readOrder } from './read-order.server';
import { refuseTicket } from './refuse-ticket.server';
import { takeCash } from './take-cash.server';

const MINUTE = 60_000;

async function changesOf(world: World, ticketId: TicketId) {
  const rows = await world.db
    .selectFrom('order_ticket_change')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('line')
    .execute();
  return rows.map((row) => `${row.from_state ?? ''}>${row.to_state}`);
}

async function messagesOf(world: World) {
  const rows = await world.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('kind', '=', 'message.send')
    .execute();
  return rows
    .map((row) => (JSON.parse(row.payload) as { template: string }).template)
    .filter((template) => template !== 'sign_in_code' && !template.startsWith('festival'));
}

onBothEngines('a ticket on its way', (engine) => {
  async function begin({ portions = 10, phone }: { portions?: number; phone?: string } = {}) {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions }]);
    const stall = stalls[0]!;
    const personId = phone
      ? await world.inTransaction((tx) =>
          findOrMakePersonByPhone(tx, { phone: phone as never, now: world.clock.now() }),
        )
      : undefined;
    const wallet = await makeWallet(world, { balance: 100_000, ...(personId ? { personId } : {}) });
    const now = () => ({ byPersonId: null, now: world.clock.now() });
    return { world, stalls, stall, wallet, now };
  }

  it('goes from accepted to ready to handed over; the sale is then in the ledger and every step written down', async () => {
    const { world, stalls, stall, wallet, now } = await begin({ phone: '+6281000009001' });
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet, quantity: 2 });
    const door = doorOf(stall, id!);
    expect(await world.inTransaction((tx) => acceptTicket(tx, { door, minutes: 5, ...now() }))).toMatchObject({
      ok: true,
      value: { asked: 'no' },
    });
    expect((await world.inTransaction((tx) => markReady(tx, { door, ...now() }))).ok).toBe(true);
    expect((await world.inTransaction((tx) => handOver(tx, { door, ...now() }))).ok).toBe(true);
    expect(await changesOf(world, id!)).toEqual(['>placed', 'placed>accepted', 'accepted>ready', 'ready>handed_over']);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 80_000, held: 0 });
    const { commission } = await readTicket(world, id!);
    const sales = await world.db
      .selectFrom('wallet_account')
      .select('balance')
      .where('owner_id', '=', stall.merchantId)
      .where('kind', '=', 'sales')
      .executeTakeFirstOrThrow();
    expect(sales.balance).toBe(20_000 - commission);
    expect(await messagesOf(world)).toContain('order_ready');
    expect(await world.inTransaction((tx) => handOver(tx, { door, ...now() }))).toEqual({
      ok: false,
      refusal: { code: 'ticket_moved', state: 'handed_over' },
    });
  });

  it('asks the customer when the promise runs past her slot; she waits, or has her money back', async () => {
    const { world, stalls, stall, wallet, now } = await begin();
    const first = await makeOrder(world, stalls, { wallet });
    const second = await makeOrder(world, stalls, { wallet });
    const { slot_starts_at: startsAt } = await readTicket(world, first.tickets[0]!);
    world.clock.set(startsAt + MINUTE);
    for (const {
      tickets: [id],
    } of [first, second]) {
      expect(
        await world.inTransaction((tx) => acceptTicket(tx, { door: doorOf(stall, id!), minutes: 15, ...now() })),
      ).toMatchObject({ ok: true, value: { asked: 'yes' } });
    }
    const answer = (order: typeof first, said: 'wait' | 'refund') =>
      world.inTransaction((tx) =>
        answerAsked(tx, { orderId: order.orderId, ticketId: order.tickets[0]!, answer: said, now: world.clock.now() }),
      );
    expect((await answer(first, 'wait')).ok).toBe(true);
    expect(await readTicket(world, first.tickets[0]!)).toMatchObject({ state: 'accepted', asked_answer: 'wait' });
    expect(await answer(second, 'refund')).toMatchObject({ ok: true, value: { returned: 10_000 } });
    expect(await readTicket(world, second.tickets[0]!)).toMatchObject({ state: 'refused', end_reason: 'too_late' });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 10_000 });
    expect(await answer(second, 'wait')).toMatchObject({
      ok: false,
      refusal: { code: 'ticket_moved', state: 'refused' },
    });
    const third = await makeOrder(world, stalls, { wallet });
    expect(await answer(third, 'wait')).toEqual({ ok: false, refusal: { code: 'nothing_asked' } });
  });

  it('is asked about after three minutes that nobody accepted it, once, and not when it was accepted', async () => {
    const { world, stalls, stall, wallet, now } = await begin({ phone: '+6281000009002' });
    const slow = await makeOrder(world, stalls, { wallet });
    const quick = await makeOrder(world, stalls, { wallet });
    await world.inTransaction((tx) =>
      acceptTicket(tx, { door: doorOf(stall, quick.tickets[0]!), minutes: 5, ...now() }),
    );
    const due = await world.db
      .selectFrom('platform_outbox')
      .select(['payload', 'due_at'])
      .where('kind', '=', 'orders.ask_customer')
      .execute();
    expect(due.map((row) => row.due_at)).toEqual([world.clock.now() + 3 * MINUTE, world.clock.now() + 3 * MINUTE]);
    world.clock.advance(3 * MINUTE);
    const ask = (ticketId: TicketId) =>
      world.inTransaction((tx) => askCustomer(tx, { festivalId: stall.festivalId, ticketId, now: world.clock.now() }));
    expect(await ask(slow.tickets[0]!)).toBe('asked');
    expect(await ask(slow.tickets[0]!)).toBe('moved_on');
    expect(await ask(quick.tickets[0]!)).toBe('moved_on');
    expect((await messagesOf(world)).filter((template) => template === 'ticket_asked')).toHaveLength(1);
    expect((await readOrder(world.db, slow.orderId))?.tickets[0]).toMatchObject({ asks: 'yes' });
  });

  it('refused for a broken stove gives portions, seconds and money back at once, and the customer is told', async () => {
    const { world, stalls, stall, wallet, now } = await begin({ phone: '+6281000009003' });
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet, quantity: 3 });
    expect(
      await world.inTransaction((tx) => refuseTicket(tx, { door: doorOf(stall, id!), reason: 'equipment', ...now() })),
    ).toMatchObject({ ok: true, value: { returned: 30_000 } });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 10, sold_out_at: null });
    expect((await readSlotRows(world, stall)).every((slot) => slot.used_seconds === 0)).toBe(true);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 0 });
    expect(await messagesOf(world)).toEqual(['ticket_refunded']);
  });

  it('refused as sold out keeps the portions gone, and nobody can order the dish any more', async () => {
    const { world, stalls, stall, wallet, now } = await begin();
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet, quantity: 3 });
    await world.inTransaction((tx) => refuseTicket(tx, { door: doorOf(stall, id!), reason: 'sold_out', ...now() }));
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 7, sold_out_at: world.clock.now() });
    expect(await tryOrder(world, stalls, { wallet })).toMatchObject({ ok: false, refusal: { code: 'sold_out' } });
  });

  it('keeps the seconds of a slot that has begun', async () => {
    const { world, stalls, stall, wallet, now } = await begin();
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet });
    const { slot_starts_at: startsAt } = await readTicket(world, id!);
    world.clock.set(startsAt + 1);
    await world.inTransaction((tx) => refuseTicket(tx, { door: doorOf(stall, id!), reason: 'too_busy', ...now() }));
    expect((await readSlotRows(world, stall)).find((slot) => slot.starts_at === startsAt)).toMatchObject({
      used_seconds: 300,
    });
  });

  it('paid in cash joins the queue; refused after that, the cash handed back is written down', async () => {
    const { world, stalls, stall, now } = await begin();
    const {
      tickets: [id],
      orderId,
    } = await makeOrder(world, stalls, { browser: nextBrowser(), quantity: 2 });
    const door = doorOf(stall, id!);
    expect((await world.inTransaction((tx) => takeCash(tx, { door, ...now() }))).ok).toBe(true);
    expect(await readTicket(world, id!)).toMatchObject({
      state: 'placed',
      paid_at: world.clock.now(),
      cash_returned: 0,
    });
    expect(await world.db.selectFrom('order_unpaid').select('portions').executeTakeFirst()).toEqual({ portions: 0 });
    expect(await world.db.selectFrom('order_browser').selectAll().execute()).toEqual([]);
    expect(await world.inTransaction((tx) => takeCash(tx, { door, ...now() }))).toEqual({
      ok: false,
      refusal: { code: 'ticket_moved', state: 'placed' },
    });
    await world.inTransaction((tx) => refuseTicket(tx, { door, reason: 'too_busy', ...now() }));
    expect(await readTicket(world, id!)).toMatchObject({ state: 'refused', cash_returned: 20_000 });
    expect((await readOrder(world.db, orderId))?.tickets[0]).toMatchObject({ refunded: 20_000 });
  });

  it('is not paid for after its time, even when the worker is late; the worker ends it and gives everything back', async () => {
    const { world, stalls, stall, now } = await begin();
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { browser: nextBrowser() });
    const { festivalId } = stall;
    const expire = () =>
      world.inTransaction((tx) => expireTicket(tx, { festivalId, ticketId: id!, now: world.clock.now() }));
    expect(await expire()).toBe('not_yet');
    const { expires_at: expiresAt } = await readTicket(world, id!);
    world.clock.set(expiresAt!);
    expect(await world.inTransaction((tx) => takeCash(tx, { door: doorOf(stall, id!), ...now() }))).toEqual({
      ok: false,
      refusal: { code: 'ticket_expired' },
    });
    expect(await expire()).toBe('expired');
    expect(await expire()).toBe('moved_on');
    expect(await readTicket(world, id!)).toMatchObject({ state: 'expired', end_reason: 'no_cash', cash_returned: 0 });
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 10 });
    expect(await world.db.selectFrom('order_unpaid').select('portions').executeTakeFirst()).toEqual({ portions: 0 });
    expect(await world.inTransaction((tx) => takeCash(tx, { door: doorOf(stall, id!), ...now() }))).toEqual({
      ok: false,
      refusal: { code: 'ticket_expired' },
    });
  });

  it('is cancelled by the customer until the stall accepts it, through her own order only', async () => {
    const { world, stalls, stall, wallet, now } = await begin();
    const {
      orderId,
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet });
    const cancel = (order = orderId) =>
      world.inTransaction((tx) => cancelTicket(tx, { orderId: order, ticketId: id!, now: world.clock.now() }));
    expect(await cancel(newSecretId('ord'))).toEqual({ ok: false, refusal: { code: 'ticket_unknown' } });
    expect(await cancel()).toMatchObject({ ok: true, value: { returned: 10_000 } });
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ held: 0 });
    const late = await makeOrder(world, stalls, { wallet });
    await world.inTransaction((tx) =>
      acceptTicket(tx, { door: doorOf(stall, late.tickets[0]!), minutes: 5, ...now() }),
    );
    expect(
      await world.inTransaction((tx) =>
        cancelTicket(tx, { orderId: late.orderId, ticketId: late.tickets[0]!, now: world.clock.now() }),
      ),
    ).toEqual({
      ok: false,
      refusal: { code: 'ticket_moved', state: 'accepted' },
    });
  });

  it('opens to its own stall only', async () => {
    const { world, stalls, stall, wallet, now } = await begin();
    const {
      tickets: [id],
    } = await makeOrder(world, stalls, { wallet });
    const foreign = { ...doorOf(stall, id!), participationId: 'par_00000000000000000000000000' as const };
    for (const verb of [
      () => world.inTransaction((tx) => acceptTicket(tx, { door: foreign, minutes: 5, ...now() })),
      () => world.inTransaction((tx) => refuseTicket(tx, { door: foreign, reason: 'other', ...now() })),
      () => world.inTransaction((tx) => takeCash(tx, { door: foreign, ...now() })),
    ]) {
      expect(await verb()).toEqual({ ok: false, refusal: { code: 'ticket_unknown' } });
    }
    expect(await readTicket(world, id!)).toMatchObject({ state: 'placed' });
  });
});

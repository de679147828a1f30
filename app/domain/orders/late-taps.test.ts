import { expect, it } from 'vitest';
import { NO_FENCES } from '~/shared/fences';
import { newSecretId } from '~/shared/ids';
import { makeOrder, nextBrowser, readTicket } from '../../../test/factories/orders';
import { type OpenStall, readStockRow } from '../../../test/factories/stalls';
import { changesOf, onTicket, saleTap, standAtBoard, stateOf, tapped } from '../../../test/factories/taps';
import { readAccount } from '../../../test/factories/wallet';
import { onBothEngines } from '../../../test/setup/engines';
import { closeStallDays } from '../stalls/close-stall-days.server';
import { setFestivalPrice } from '../stalls/set-festival-price.server';
import { applyLateTaps } from './apply-late-taps.server';
import { cancelTicket } from './cancel-ticket.server';
import { expireTicket } from './expire-ticket.server';
import { markDifferencesSeen } from './mark-differences-seen.server';
import { readBoard } from './read-board.server';
import { readSlip } from './read-slip.server';
import { readTapDifferences } from './read-tap-differences.server';
import { TAP_OLD_MILLISECONDS, type Tap } from './taps';

const MINUTE = 60_000;

onBothEngines('taps made without internet', (engine) => {
  it('are done in their order by the verbs of their buttons; the sale is in the ledger and the cook is named', async () => {
    const { world, stall, hand, wallet, outcomes, differences } = await standAtBoard(engine);
    const [id] = (await makeOrder(world, [stall], { wallet, quantity: 2 })).tickets;
    const taps = [
      onTicket(id, 'terima', { menit: '10' }, 9),
      onTicket(id, 'siap', {}, 4),
      onTicket(id, 'serahkan', {}, 1),
    ];
    expect(await outcomes(...taps)).toEqual(['applied', 'applied', 'applied']);
    expect(await changesOf(world, id!)).toEqual(['>placed', 'placed>accepted', 'accepted>ready', 'ready>handed_over']);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 80_000, held: 0 });
    const { by_person_id: by } = await world.db
      .selectFrom('order_ticket_change')
      .select('by_person_id')
      .where('ticket_id', '=', id!)
      .where('to_state', '=', 'ready')
      .executeTakeFirstOrThrow();
    expect(by).toBe(hand.byPersonId);
    expect(await differences()).toEqual([]);
    // The same list once more, as after an answer that was lost.
    expect(await outcomes(...taps)).toEqual(['applied', 'applied', 'applied']);
    expect(await changesOf(world, id!)).toHaveLength(4);
  });

  it('promise food from when the cook tapped, never earlier than now', async () => {
    const { world, stall, wallet, send } = await standAtBoard(engine);
    const first = (await makeOrder(world, [stall], { wallet })).tickets[0];
    const { slot_starts_at: startsAt } = await readTicket(world, first!);
    const second = (await makeOrder(world, [stall], { wallet })).tickets[0];
    world.clock.set(startsAt + 2 * MINUTE);
    await send(onTicket(first, 'terima', { menit: '10' }, 4), onTicket(second, 'terima', { menit: '5' }, 30));
    expect((await readTicket(world, first!)).promised_at).toBe(startsAt + 8 * MINUTE);
    expect((await readTicket(world, second!)).promised_at).toBe(world.clock.now());
  });

  it('that another phone was faster with are already done, and nothing is listed', async () => {
    const { world, stall, wallet, outcomes, differences } = await standAtBoard(engine);
    const [id] = (await makeOrder(world, [stall], { wallet })).tickets;
    await outcomes(onTicket(id, 'terima', { menit: '5' }), onTicket(id, 'siap'));
    expect(await outcomes(onTicket(id, 'terima', { menit: '15' }, 3), onTicket(id, 'siap', {}, 2))).toEqual([
      'already',
      'already',
    ]);
    expect(await outcomes(onTicket(id, 'serahkan', {}, 1))).toEqual(['applied']);
    const [refused] = (await makeOrder(world, [stall], { wallet })).tickets;
    expect(await outcomes(onTicket(refused, 'tolak', { alasan: 'equipment' }))).toEqual(['applied']);
    expect(await outcomes(onTicket(refused, 'tolak', { alasan: 'too_busy' }, 2))).toEqual(['already']);
    expect(await differences()).toEqual([]);
  });

  it('that the customer’s cancelling overtook are listed once a ticket with what was found, until somebody has read it', async () => {
    const { world, stall, wallet, outcomes, differences } = await standAtBoard(engine);
    const order = await makeOrder(world, [stall], { wallet });
    const [id] = order.tickets;
    const cancelledAt = world.clock.now();
    await world.inTransaction((tx) => cancelTicket(tx, { orderId: order.orderId, ticketId: id!, now: cancelledAt }));
    world.clock.advance(6 * MINUTE);
    expect(await outcomes(onTicket(id, 'terima', { menit: '5' }, 5), onTicket(id, 'siap', {}, 1))).toEqual([
      'differs',
      'differs',
    ]);
    const { pickup_number: number } = await readTicket(world, id!);
    const listed = await differences();
    expect(listed).toMatchObject([
      {
        acts: ['accept', 'ready'],
        number,
        found: { state: 'cancelled', since: cancelledAt },
        cash: null,
        code: 'ticket_moved',
      },
    ]);
    expect(listed[0]?.tappedAt).toBe(world.clock.now() - MINUTE);
    expect(await readAccount(world, wallet.accountId)).toMatchObject({ balance: 100_000, held: 0 });
    const board = await readBoard(world.db, { participationId: stall.participationId, now: world.clock.now() });
    expect(board?.differences).toEqual(listed);
    const until = listed[0]!.receivedAt;
    world.clock.advance(MINUTE);
    await outcomes(onTicket(id, 'serahkan'));
    await world.inTransaction((tx) => markDifferencesSeen(tx, { ...stall, until, now: world.clock.now() }));
    expect(await differences()).toMatchObject([{ acts: ['hand_over'] }]);
    await world.inTransaction((tx) =>
      markDifferencesSeen(tx, { ...stall, until: world.clock.now(), now: world.clock.now() }),
    );
    expect(await differences()).toEqual([]);
  });

  it('of cash for an order whose time to pay had passed are listed with the sum, and no money is invented', async () => {
    const { world, stall, outcomes, differences } = await standAtBoard(engine);
    const [tidied] = (await makeOrder(world, [stall], { browser: nextBrowser(), quantity: 2 })).tickets;
    const [late] = (await makeOrder(world, [stall], { browser: nextBrowser(), quantity: 3 })).tickets;
    const { expires_at: expiresAt } = await readTicket(world, tidied!);
    world.clock.set(expiresAt!);
    await world.inTransaction((tx) =>
      expireTicket(tx, { festivalId: stall.festivalId, ticketId: tidied!, now: expiresAt! }),
    );
    world.clock.advance(2 * MINUTE);
    // The worker has not come to the second yet; the deadline counts, not the worker.
    const taps = [
      onTicket(tidied, 'lunas', {}, 4),
      onTicket(tidied, 'terima', { menit: '5' }, 3),
      onTicket(late, 'lunas', {}, 3),
    ];
    expect(await outcomes(...taps)).toEqual(['differs', 'differs', 'differs']);
    expect(await differences()).toMatchObject([
      { acts: ['take_cash', 'accept'], cash: 20_000, found: { state: 'expired', since: expiresAt } },
      { acts: ['take_cash'], cash: 30_000, found: { state: 'awaiting_cash' }, code: 'ticket_expired' },
    ]);
    expect(await stateOf(world, tidied)).toBe('expired');
    expect((await readTicket(world, tidied!)).paid_at).toBeNull();
    const entries = await world.db.selectFrom('wallet_entry').selectAll().where('purpose', '<>', 'top_up').execute();
    expect(entries).toEqual([]);
  });

  it('refused after cash was taken say to hand it back, also when the first answer was lost', async () => {
    const { world, stall, send } = await standAtBoard(engine);
    const [id] = (await makeOrder(world, [stall], { browser: nextBrowser() })).tickets;
    const taps = [onTicket(id, 'lunas', {}, 3), onTicket(id, 'tolak', { alasan: 'sold_out' }, 1)];
    const first = await send(...taps);
    expect(first.at(-1)).toMatchObject({ outcome: 'applied', news: { code: 'refused_cash' } });
    expect(await send(...taps)).toEqual(first);
    expect(await readTicket(world, id!)).toMatchObject({ state: 'refused', cash_returned: 10_000 });
    expect((await readStockRow(world, stall))?.sold_out_at).not.toBeNull();
  });

  it('older than twelve hours are not done but told', async () => {
    const { world, stall, wallet, outcomes, differences } = await standAtBoard(engine);
    const [id] = (await makeOrder(world, [stall], { wallet })).tickets;
    const old = { ...onTicket(id, 'terima', { menit: '5' }), ago: TAP_OLD_MILLISECONDS + 1 };
    expect(await outcomes(old)).toEqual(['differs']);
    expect(await stateOf(world, id)).toBe('placed');
    expect(await differences()).toMatchObject([{ code: 'tap_too_old', found: { state: 'placed' } }]);
    expect(await outcomes({ ...onTicket(id, 'terima', { menit: '5' }), ago: TAP_OLD_MILLISECONDS })).toEqual([
      'applied',
    ]);
  });

  it('with another stall’s ticket, another’s dish or nothing known change nothing there and name nothing of it', async () => {
    const { world, stall, other, wallet, outcomes, differences } = await standAtBoard(engine);
    const [theirs] = (await makeOrder(world, [other], { wallet })).tickets;
    const wishes = [
      onTicket(theirs, 'terima', { menit: '5' }),
      tapped(`/stok/${other.listings[0]}/habis`, { tindakan: 'habis' }),
      tapped('/jam-ambil', { sekaligus: '9' }),
      onTicket(theirs, 'terima', { menit: '7' }),
    ];
    expect(await outcomes(...wishes)).toEqual(['differs', 'differs', 'differs', 'differs']);
    expect(await stateOf(world, theirs)).toBe('placed');
    expect((await readStockRow(world, other))?.sold_out_at).toBeNull();
    const listed = await differences();
    expect(listed.map(({ code, number }) => [code, number])).toEqual([
      ['ticket_unknown', null],
      ['listing_unknown', null],
      ['tap_unknown', null],
      ['tap_unknown', null],
    ]);
    const rows = await world.db.selectFrom('order_late_tap').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(theirs);
    expect(await readTapDifferences(world.db, other)).toEqual([]);
    expect(await readTapDifferences(world.db, stall)).toHaveLength(4);
  });

  it('sent twenty times at once count once, and every send gets the same answer', async () => {
    const { world, stall, wallet, send } = await standAtBoard(engine);
    const [id] = (await makeOrder(world, [stall], { wallet })).tickets;
    const tap = onTicket(id, 'terima', { menit: '5' }, 2);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(tap)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([{ id: tap.id, outcome: 'applied', news: null }])]),
    );
    expect(await changesOf(world, id!)).toEqual(['>placed', 'placed>accepted']);
    expect(await world.db.selectFrom('order_late_tap').selectAll().execute()).toHaveLength(1);
  });

  it('control: without the key the twenty answers differ, and an old "habis" sent again undoes a newer "ada lagi"', async () => {
    const { world, stall, hand, wallet } = await standAtBoard(engine);
    const unfenced = (...taps: Tap[]) => applyLateTaps(world.app, hand, taps, world.clock.now(), NO_FENCES);
    const [id] = (await makeOrder(world, [stall], { wallet })).tickets;
    const tap = onTicket(id, 'terima', { menit: '5' }, 2);
    const answers = await Promise.all(Array.from({ length: 20 }, () => unfenced(tap)));
    expect(new Set(answers.flat().map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
    const { gone, back } = stockTaps(stall);
    await unfenced(gone, back, gone);
    expect((await readStockRow(world, stall))?.sold_out_at).not.toBeNull();
  });

  it('about stock count once each: an old "habis" sent again does not undo a newer "ada lagi"', async () => {
    const { world, stall, outcomes } = await standAtBoard(engine);
    const { gone, back } = stockTaps(stall);
    expect(await outcomes(gone, back, gone)).toEqual(['applied', 'applied', 'applied']);
    expect((await readStockRow(world, stall))?.sold_out_at).toBeNull();
    expect(await outcomes(tapped(`/stok/${stall.listings[0]}/habis`, { tindakan: 'habis' }))).toEqual(['applied']);
    expect((await readStockRow(world, stall))?.sold_out_at).not.toBeNull();
  });

  it('of a sale across the counter record it once, at the price on the screen, with its paper number', async () => {
    const { world, stall, send, differences } = await standAtBoard(engine);
    const listing = stall.listings[0]!;
    const tap = saleTap(stall, { [`seharga-${listing}`]: '10000', kertas: 'a 12' }, 7);
    await world.inTransaction((tx) =>
      setFestivalPrice(tx, { ...stall, listing, price: 12_000, now: world.clock.now() }),
    );
    const first = await send(tap);
    expect(first).toMatchObject([{ outcome: 'applied', news: { code: 'counter_sold', number: 1, total: 20_000 } }]);
    expect(await send(tap)).toEqual(first);
    // The plain form of the same page arrives late as well: the order's id is the same sale.
    expect(await send({ ...tap, id: newSecretId('tap') })).toEqual([{ ...first[0], id: expect.any(String) }]);
    expect((await readStockRow(world, stall))?.portions_left).toBe(18);
    const board = await readBoard(world.db, { participationId: stall.participationId, now: world.clock.now() });
    const soldAt = world.clock.now() - 7 * MINUTE;
    expect(board?.tickets).toMatchObject([{ state: 'accepted', total: 20_000, paper: { number: 'A12', soldAt } }]);
    // The same paper again is the same sale entered twice.
    expect(await send(saleTap(stall, { kertas: 'A12' }))).toMatchObject([{ outcome: 'differs' }]);
    expect(await differences()).toMatchObject([
      { acts: ['counter_sale'], code: 'paper_number_used', paper: 'A12', dishes: [{ quantity: 2 }] },
    ]);
    expect((await readStockRow(world, stall))?.portions_left).toBe(18);
    const id = board!.tickets[0]!.id;
    await send(onTicket(id, 'siap'), onTicket(id, 'serahkan'));
    const slip = await readSlip(world.db, { participationId: stall.participationId, day: stall.day });
    expect(slip?.tickets).toMatchObject([{ paper: 'A12', total: 20_000 }]);
  });

  it('of a sale that cannot be recorded any more list it with its cash and what was sold', async () => {
    const { world, stall, outcomes, differences } = await standAtBoard(engine, { portions: 1 });
    const listing = stall.listings[0]!;
    expect(await outcomes(saleTap(stall, { [`seharga-${listing}`]: '9000' }, 3))).toEqual(['differs']);
    const { festivalId, participationId, day } = stall;
    await world.inTransaction((tx) => closeStallDays(tx, { festivalId, day, participationId, now: world.clock.now() }));
    expect(await outcomes(saleTap(stall, { [`jumlah-${listing}`]: '1', kertas: 'B2' }, 5))).toEqual(['differs']);
    const listed = await differences();
    expect(listed).toMatchObject([
      { code: 'stall_closed', cash: null, paper: 'B2', dishes: [{ quantity: 1 }] },
      { code: 'sold_out', cash: 18_000, number: null, dishes: [{ quantity: 2 }] },
    ]);
    expect(listed[0]?.dishes[0]?.name).not.toBe('');
    const orders = await world.db.selectFrom('order_header').selectAll().execute();
    expect(orders).toEqual([]);
  });
});

function stockTaps(stall: OpenStall) {
  const to = `/stok/${stall.listings[0]}/habis`;
  return { gone: tapped(to, { tindakan: 'habis' }, 9), back: tapped(to, { tindakan: 'ada' }, 4) };
}

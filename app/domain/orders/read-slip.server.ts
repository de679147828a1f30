import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, MerchantId, ParticipationId, RuleId, TicketId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';
import { readRules } from '../wallet/read-rule-in-force.server';
import { readLines, type TicketLine } from './internal/read-lines.server';
import { readSlipEntries, type SlipEntries } from './internal/read-slip-entries.server';
import type { PaymentWay, TicketState } from './orders';

export interface SoldBy {
  payment: PaymentWay;
  tickets: number;
  amount: Rupiah;
}

/** One deduction with the dated rule it follows. */
export interface Deduction {
  payment: PaymentWay;
  ruleId: RuleId | null;
  titleId: string;
  titleEn: string;
  source: string;
  validFrom: string;
  basisPoints: number;
  fixedAmount: number;
  /** What the rate was taken of. */
  base: Rupiah;
  tickets: number;
  amount: Rupiah;
}

export interface SlipTicket {
  id: TicketId;
  pickupNumber: number;
  payment: PaymentWay;
  state: TicketState;
  endedAt: number;
  total: Rupiah;
  commission: Rupiah;
  refunded: Rupiah;
  /** The paper number of a sale made without network. */
  paper: string | null;
  lines: TicketLine[];
}

/** One evening of one stall. Every amount of money is the sum of ledger entries; the tickets only explain them. */
export interface Slip {
  festivalId: FestivalId;
  festivalName: string;
  /** Whom she asks when a figure does not agree. */
  organiser: string;
  zone: string;
  stall: string;
  booth: number;
  day: string;
  /** Null until the day's accounts are closed. */
  closedAt: number | null;
  sold: SoldBy[];
  soldTotal: Rupiah;
  deductions: Deduction[];
  /** Given back to customers after the sale, and the commission that came back with it. */
  refundedWallet: Rupiah;
  refundedCash: Rupiah;
  commissionBack: Rupiah;
  /** Commission of this day's cash sales, and shortfalls, less what came back: what the stall came to owe. */
  cameToOwe: Rupiah;
  /** Of what she owed, this day or before, taken from this day's wallet sales. */
  netted: Rupiah;
  /** Into the sales account from this day: wallet sales - commission - refunds + commission back - netted. */
  arrives: Rupiah;
  /** What she owes now, all days together; taken from the next wallet sales. */
  owesNow: Rupiah;
  /** Cash in the stall's own drawer. */
  cashInHand: Rupiah;
  tickets: SlipTicket[];
}

/** The slip of a stall's day; null where the stall has no such day. */
export async function readSlip(
  db: ReadDb | Tx,
  { participationId, day }: { participationId: ParticipationId; day: string },
): Promise<Slip | null> {
  const head = await db
    .selectFrom('stall_setup')
    .innerJoin('stall_day', 'stall_day.participation_id', 'stall_setup.participation_id')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'stall_setup.merchant_id')
    .innerJoin('festival_edition', 'festival_edition.id', 'stall_setup.festival_id')
    .select(['stall_setup.festival_id', 'stall_setup.merchant_id', 'booth_number', 'stall_name', 'closed_at'])
    .innerJoin('identity_organisation', 'identity_organisation.id', 'festival_edition.organisation_id')
    .select(['festival_edition.name', 'festival_edition.zone', 'identity_organisation.name as organiser'])
    .where('stall_setup.participation_id', '=', participationId)
    .where('stall_day.day', '=', day)
    .executeTakeFirst();
  if (!head) return null;
  const rows = await readSoldTickets(db, { festivalId: head.festival_id, participationId, day });
  const entries = await readSlipEntries(db, { merchantId: head.merchant_id, ticketIds: rows.map((row) => row.id) });
  const lines = await readLines(
    db,
    head.festival_id,
    rows.map((row) => row.id),
  );
  const sold = (['wallet', 'cash'] as const).map((payment) => soldBy(rows, payment));
  const cashBack = sum(rows.filter((row) => row.payment === 'cash').map((row) => row.cash_returned));
  return {
    festivalId: head.festival_id,
    festivalName: head.name,
    organiser: head.organiser,
    zone: head.zone,
    stall: head.stall_name,
    booth: head.booth_number,
    day,
    closedAt: head.closed_at,
    sold,
    soldTotal: toRupiah(sum(sold.map((each) => each.amount))),
    deductions: await deductionsOf(db, rows),
    ...amountsOf(entries),
    owesNow: toRupiah(await readOwed(db, head.merchant_id)),
    refundedCash: toRupiah(cashBack),
    cashInHand: toRupiah(soldBy(rows, 'cash').amount - cashBack),
    tickets: rows.map((row) => ({
      id: row.id,
      pickupNumber: row.pickup_number,
      payment: row.payment as PaymentWay,
      state: row.state as TicketState,
      endedAt: row.ended_at ?? row.placed_at,
      total: toRupiah(row.total),
      commission: toRupiah(row.commission),
      refunded: toRupiah(row.refunded),
      paper: row.paper,
      lines: lines.get(row.id) ?? [],
    })),
  };
}

async function readOwed(db: ReadDb | Tx, merchantId: MerchantId): Promise<number> {
  const receivable = await db
    .selectFrom('wallet_account')
    .select('balance')
    .where('owner_kind', '=', 'merchant')
    .where('owner_id', '=', merchantId)
    .where('kind', '=', 'receivable')
    .executeTakeFirst();
  return receivable?.balance ?? 0;
}

function amountsOf(entries: SlipEntries) {
  const { sale, commission, refund, commissionBackToSales, netting, owedCommission, shortfall, owedReturned } = entries;
  return {
    refundedWallet: toRupiah(refund + shortfall),
    commissionBack: toRupiah(commissionBackToSales + owedReturned),
    netted: toRupiah(netting),
    arrives: toRupiah(sale - commission - refund + commissionBackToSales - netting),
    cameToOwe: toRupiah(owedCommission + shortfall - owedReturned),
  };
}

async function readSoldTickets(
  db: ReadDb | Tx,
  { festivalId, participationId, day }: { festivalId: FestivalId; participationId: ParticipationId; day: string },
) {
  return db
    .selectFrom('order_ticket')
    .leftJoin('order_paper', (join) =>
      join
        .onRef('order_paper.festival_id', '=', 'order_ticket.festival_id')
        .onRef('order_paper.ticket_id', '=', 'order_ticket.id'),
    )
    .selectAll('order_ticket')
    .select('order_paper.number as paper')
    .where('order_ticket.festival_id', '=', festivalId)
    .where('order_ticket.participation_id', '=', participationId)
    .where('order_ticket.day', '=', day)
    .where('order_ticket.state', 'in', ['handed_over', 'uncollected'])
    .orderBy('order_ticket.pickup_number')
    .execute();
}

type SoldTicket = Awaited<ReturnType<typeof readSoldTickets>>[number];

function soldBy(rows: readonly SoldTicket[], payment: PaymentWay): SoldBy {
  const own = rows.filter((row) => row.payment === payment);
  return { payment, tickets: own.length, amount: toRupiah(sum(own.map((row) => row.total))) };
}

async function deductionsOf(db: ReadDb | Tx, rows: readonly SoldTicket[]): Promise<Deduction[]> {
  const charged = rows.filter((row) => row.commission > 0);
  const ruleIds = [...new Set(charged.flatMap((row) => (row.commission_rule_id ? [row.commission_rule_id] : [])))];
  const rules = await readRules(db, ruleIds);
  return rules
    .map((rule): Deduction => {
      const own = charged.filter((row) => row.commission_rule_id === rule.id);
      return {
        payment: (own[0]?.payment ?? 'wallet') as PaymentWay,
        ruleId: rule.id,
        titleId: rule.titleId,
        titleEn: rule.titleEn,
        source: rule.source,
        validFrom: rule.validFrom,
        basisPoints: rule.basisPoints,
        fixedAmount: rule.fixedAmount,
        base: toRupiah(sum(own.map((row) => row.total))),
        tickets: own.length,
        amount: toRupiah(sum(own.map((row) => row.commission))),
      };
    })
    .sort((one, other) => (one.payment < other.payment ? 1 : -1));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

import { copyFileSync } from 'node:fs';
import SqliteFile from 'better-sqlite3';

/** Tables that placing an order inserts into. */
const INSERTED = [
  'wallet_hold',
  'order_header',
  'order_ticket',
  'order_line',
  'order_ticket_change',
  'platform_outbox',
] as const;

type Row = (string | number | null)[];

/** One order's rows, and what it takes from the scarce ones: a statement and its parameters each. */
interface RawWrite {
  statement: SqliteFile.Statement;
  row: Row;
}

/**
 * The reference: the very rows that our orders wrote, written again by the driver alone into a copy of the file as it was
 * before them. One prepared statement a row, in groups, FULL; nothing is read, decided, checked or made.
 */
export class RawOrders {
  readonly #file: SqliteFile.Database;
  readonly #orders: RawWrite[][] = [];

  /** `before` and `after` are whole files: their logs were folded in. `copy` is written; `logPages` SQLite's own when left out. */
  constructor({ before, after, copy, logPages }: { before: string; after: string; copy: string; logPages?: number }) {
    copyFileSync(before, copy);
    this.#file = new SqliteFile(copy);
    this.#file.pragma('journal_mode = WAL');
    this.#file.pragma('synchronous = FULL');
    if (logPages) this.#file.pragma(`wal_autocheckpoint = ${logPages}`);
    this.#file.pragma('foreign_keys = ON');
    this.#file.pragma('cache_size = -16000');
    this.#readOrders(after);
  }

  get orders(): number {
    return this.#orders.length;
  }

  get rowsEach(): number {
    return this.#orders.reduce((sum, writes) => sum + writes.length, 0) / this.#orders.length;
  }

  /** Writes orders from one on, a transaction a group. */
  write(from: number, until: number, group: number): void {
    for (let at = from; at < until; at += group) {
      this.#file.exec('begin immediate');
      for (const writes of this.#orders.slice(at, Math.min(at + group, until)))
        for (const { statement, row } of writes) statement.run(row);
      this.#file.exec('commit');
    }
  }

  close(): void {
    this.#file.close();
  }

  #readOrders(after: string): void {
    const source = new SqliteFile(after, { readonly: true });
    const rowsOf = (table: string) => this.#newRows(source, table);
    const tickets = rowsOf('order_ticket');
    const orders = new Map(rowsOf('order_header').map((header) => [header.of('id'), [header.write]]));
    const orderOf = new Map(tickets.map((ticket) => [ticket.of('id'), ticket.of('order_id')]));
    const add = (ticketId: Row[number], ...writes: RawWrite[]) =>
      orders.get(orderOf.get(ticketId) ?? '')?.push(...writes);
    for (const ticket of tickets) add(ticket.of('id'), ticket.write, ...this.#takesOfTicket(ticket.of));
    for (const line of rowsOf('order_line'))
      add(line.of('ticket_id'), line.write, this.#takeOfLine(line.of, tickets[0]!.of('day')));
    for (const change of rowsOf('order_ticket_change')) add(change.of('ticket_id'), change.write);
    for (const hold of rowsOf('wallet_hold')) add(hold.of('reference'), hold.write, this.#takeOfHold(hold.of));
    for (const row of rowsOf('platform_outbox')) add(String(row.of('key')).replace('ask:', ''), row.write);
    this.#orders.push(...orders.values());
    source.close();
  }

  /** Rows of a table that the copy does not have, as they were written. */
  #newRows(source: SqliteFile.Database, table: (typeof INSERTED)[number] | string) {
    const { most } = this.#file.prepare(`select coalesce(max(rowid), 0) as most from ${table}`).get() as {
      most: number;
    };
    const select = source.prepare(`select * from ${table} where rowid > ? order by rowid`);
    const names = select.columns().map(({ name }) => name);
    const statement = this.#prepare(`insert into ${table} (${names}) values (${names.map(() => '?')})`);
    return (select.raw().all(most) as Row[]).map((row) => ({
      write: { statement, row },
      of: (name: string) => row[names.indexOf(name)] ?? null,
    }));
  }

  #takesOfTicket(of: (name: string) => Row[number]): RawWrite[] {
    const stall: Row = [of('festival_id'), of('participation_id')];
    return [
      {
        statement: this.#prepare(
          `update stall_slot set used_seconds = used_seconds + ? where festival_id = ? and participation_id = ? and starts_at = ? and used_seconds + ? <= capacity_seconds`,
        ),
        row: [of('make_seconds'), ...stall, of('slot_starts_at'), of('make_seconds')],
      },
      {
        statement: this.#prepare(
          'update stall_counter set last_number = last_number + 1 where festival_id = ? and participation_id = ? and day = ?',
        ),
        row: [...stall, of('day')],
      },
    ];
  }

  #takeOfLine(of: (name: string) => Row[number], day: Row[number]): RawWrite {
    return {
      statement: this.#prepare(
        'update stall_stock set portions_left = portions_left - ? where festival_id = ? and listing_number = ? and day = ? and portions_left >= ?',
      ),
      row: [of('portions_taken'), of('festival_id'), of('listing_number'), day, of('portions_taken')],
    };
  }

  #takeOfHold(of: (name: string) => Row[number]): RawWrite {
    return {
      statement: this.#prepare('update wallet_account set held = held + ? where id = ? and balance - held >= ?'),
      row: [of('amount'), of('account_id'), of('amount')],
    };
  }

  readonly #prepared = new Map<string, SqliteFile.Statement>();

  #prepare(text: string): SqliteFile.Statement {
    const known = this.#prepared.get(text) ?? this.#file.prepare(text);
    this.#prepared.set(text, known);
    return known;
  }
}

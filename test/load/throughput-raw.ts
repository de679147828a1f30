import { copyFileSync } from 'node:fs';
import SqliteFile from 'better-sqlite3';
import type { OrderRequest } from '~/domain/orders/place-orders.server';

/** Tables an order inserts into, and what of it names the row anew each time. */
const INSERTED = {
  wallet_hold: ['id', 'reference'],
  order_header: ['id', 'short_code'],
  order_ticket: ['id', 'pickup_number'],
  order_line: ['ticket_id'],
  order_ticket_change: ['ticket_id'],
  platform_outbox: ['id', 'key'],
} as const;

type Row = Record<string, string | number | null>;

/**
 * What the driver alone does: rows like those of orders that were placed, one prepared statement a row, in groups.
 * The file is copied with its tables, indexes and checks; nothing is read, decided or serialised.
 */
export class RawOrders {
  readonly #file: SqliteFile.Database;
  readonly #inserts: { statement: SqliteFile.Statement; rows: Row[]; anew: readonly string[] }[];
  readonly #takes: SqliteFile.Statement[];
  #number = 0;

  constructor(original: string, copy: string, placed: OrderRequest) {
    copyFileSync(original, copy);
    this.#file = new SqliteFile(copy);
    this.#file.pragma('journal_mode = WAL');
    this.#file.pragma('synchronous = FULL');
    this.#file.pragma('foreign_keys = ON');
    this.#file.pragma('cache_size = -16000');
    const ticket = this.#file.prepare('select * from order_ticket where order_id = ?').get(placed.orderId) as Row;
    this.#inserts = Object.entries(INSERTED).map(([table, anew]) => this.#insertOf(table, anew, ticket));
    this.#takes = this.#takesOf(ticket, placed);
  }

  /** Rows that one order writes. */
  get rowsEach(): number {
    return this.#inserts.reduce((sum, { rows }) => sum + rows.length, 0) + this.#takes.length;
  }

  write(orders: number, group: number): void {
    for (let done = 0; done < orders; done += group) {
      this.#file.exec('begin immediate');
      for (let order = 0; order < Math.min(group, orders - done); order++) this.#writeOne();
      this.#file.exec('commit');
    }
  }

  close(): void {
    this.#file.close();
  }

  #writeOne(): void {
    this.#number += 1;
    const tail = this.#number.toString(36).padStart(8, '0');
    for (const { statement, rows, anew } of this.#inserts) {
      for (const row of rows) {
        const values = { ...row };
        for (const name of anew) {
          const value = row[name];
          values[name] = typeof value === 'number' ? 1_000_000 + this.#number : `${value ?? ''}${tail}`;
        }
        statement.run(values);
      }
    }
    for (const take of this.#takes) take.run();
  }

  #insertOf(table: string, anew: readonly string[], ticket: Row) {
    const where: Record<string, string> = {
      wallet_hold: `id = '${ticket.hold_id}'`,
      order_header: `id = '${ticket.order_id}'`,
      order_ticket: `id = '${ticket.id}'`,
      platform_outbox: `key = 'ask:${ticket.id}'`,
    };
    const condition = where[table] ?? `ticket_id = '${ticket.id}'`;
    const rows = this.#file.prepare(`select * from ${table} where ${condition}`).all() as Row[];
    const names = Object.keys(rows[0] ?? {});
    const statement = this.#file.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
    return { statement, rows, anew };
  }

  #takesOf(ticket: Row, placed: OrderRequest): SqliteFile.Statement[] {
    const stall = `festival_id = '${ticket.festival_id}' and participation_id = '${ticket.participation_id}'`;
    return [
      `update wallet_account set held = held + 1 where id = '${placed.accountId}' and balance - held >= 1`,
      `update stall_slot set used_seconds = used_seconds + 1 where ${stall} and starts_at = ${ticket.slot_starts_at} and used_seconds + 1 <= capacity_seconds`,
      `update stall_counter set last_number = last_number + 1 where ${stall} and day = '${ticket.day}'`,
      ...placed.lines.map(
        ({ listing }) =>
          `update stall_stock set portions_left = portions_left - 1 where festival_id = '${ticket.festival_id}' and listing_number = ${listing} and day = '${ticket.day}' and portions_left >= 1`,
      ),
    ].map((text) => this.#file.prepare(text));
  }
}

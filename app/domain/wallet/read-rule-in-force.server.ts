import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { RuleTable } from '~db/schema/wallet';
import type { RuleInForce } from './wallet';

export interface RuleQuestion {
  kind: 'commission' | 'mdr' | 'balance_limit' | 'incoming_limit' | 'top_up_minimum';
  /** wallet | cash | tier:basic | tier:plus | all … */
  scope: string;
  /** YYYY-MM-DD */
  day: string;
}

/** The newest dated row of a kind and scope that holds on a day. Its absence is a fault of the installation and throws. */
export async function readRuleInForce(db: ReadDb | Tx, { kind, scope, day }: RuleQuestion): Promise<RuleInForce> {
  const { rows } = await sql<RuleTable>`
    select * from wallet_rule
    where kind = ${kind} and scope = ${scope} and valid_from <= ${day} and (valid_until is null or valid_until >= ${day})
    order by valid_from desc, created_at desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no ${kind} rule for ${scope} on ${day}`);
  return toRule(row);
}

/** Rules by id, for slips that must show the rule of the day it was used. */
export async function readRules(db: ReadDb | Tx, ids: readonly RuleInForce['id'][]): Promise<RuleInForce[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('wallet_rule')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toRule);
}

function toRule(row: RuleTable): RuleInForce {
  return {
    id: row.id,
    kind: row.kind,
    scope: row.scope,
    basisPoints: row.basis_points,
    fixedAmount: row.fixed_amount,
    titleId: row.title_id,
    titleEn: row.title_en,
    source: row.source,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

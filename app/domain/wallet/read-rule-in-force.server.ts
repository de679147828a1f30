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
  const row = await db
    .selectFrom('wallet_rule')
    .selectAll()
    .where('kind', '=', kind)
    .where('scope', '=', scope)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)]))
    .orderBy('valid_from', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
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

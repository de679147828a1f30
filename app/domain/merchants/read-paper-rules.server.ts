import type { ReadDb, Tx } from '~/platform/app-context';
import type { DocumentKind } from './merchants';
import type { PaperField, PaperRules } from './paper';

interface Rule {
  value: string;
  source: string;
  validFrom: string;
}

/** The newest dated row of a kind and scope that holds on a day (`YYYY-MM-DD`); null where none does. */
async function readRule(
  db: ReadDb | Tx,
  { kind, scope, day }: { kind: string; scope: string; day: string },
): Promise<Rule | null> {
  const row = await db
    .selectFrom('merchant_rule')
    .select(['value', 'source', 'valid_from as validFrom'])
    .where('kind', '=', kind)
    .where('scope', '=', scope)
    .where('valid_from', '<=', day)
    .where((holds) => holds.or([holds('valid_until', 'is', null), holds('valid_until', '>=', day)]))
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** What holds for one kind of paper today; how long it lasts is the rule of the day it was issued. */
export async function readPaperRules(
  db: ReadDb | Tx,
  { kind, today, issuedOn }: { kind: DocumentKind; today: string; issuedOn: string | null },
): Promise<PaperRules> {
  const asks = await readRule(db, { kind: 'asks', scope: kind, day: today });
  const lasts = await readRule(db, { kind: 'lasts_years', scope: kind, day: issuedOn ?? today });
  const renew = await readRule(db, { kind: 'renew_before_days', scope: kind, day: today });
  return {
    asks: new Set((asks?.value ?? '').split(',').filter(Boolean) as PaperField[]),
    lastsYears: lasts ? Number(lasts.value) : null,
    renewBeforeDays: renew ? Number(renew.value) : null,
  };
}

/** Days before the end on which an owner is reminded, e.g. [90, 60, 30, 7]. */
export async function readReminderDays(db: ReadDb | Tx, today: string): Promise<number[]> {
  const rule = await readRule(db, { kind: 'reminder_days', scope: 'all', day: today });
  return (rule?.value ?? '').split(',').filter(Boolean).map(Number);
}

/** Since when small food businesses need a halal certificate or label, with its source; null before that day. */
export async function readHalalDuty(db: ReadDb, today: string): Promise<{ since: string; source: string } | null> {
  const rule = await readRule(db, { kind: 'halal_duty', scope: 'micro_small', day: today });
  return rule && { since: rule.validFrom, source: rule.source };
}

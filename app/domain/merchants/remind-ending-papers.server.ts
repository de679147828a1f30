import { tellMembers } from '~/domain/identity/tell-members.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { addDays, dayOf, endOfDay, HOUSE_ZONE, instantOf } from '~/shared/time';
import { dueReminder } from './paper';
import { readReminderDays } from './read-paper-rules.server';

interface EndingPaper {
  merchantId: MerchantId;
  stallName: string;
  kind: string;
  validUntil: string;
  days: number;
}

/** At most so many in one unit of work: each tells one or more people. */
const ATONCE = 100;

/** Papers whose next reminder has come and was not sent; reading is enough to know that there are none. */
export async function findEndingPapers(db: ReadDb | Tx, { now }: { now: number }): Promise<EndingPaper[]> {
  const today = dayOf(now, HOUSE_ZONE);
  const steps = await readReminderDays(db, today);
  if (steps.length === 0) return [];
  const rows = await db
    .selectFrom('merchant_document as paper')
    .innerJoin('merchant_profile as merchant', 'merchant.id', 'paper.merchant_id')
    .select([
      'paper.merchant_id as merchantId',
      'merchant.stall_name as stallName',
      'paper.kind as kind',
      'paper.valid_until as validUntil',
      'paper.reminded_until as remindedUntil',
      'paper.reminded_days as remindedDays',
    ])
    .where('paper.answer', '=', 'have')
    .where('paper.valid_until', '>=', today)
    .where('paper.valid_until', '<=', addDays(today, Math.max(...steps)))
    .where('merchant.state', '!=', 'closed')
    .orderBy('paper.valid_until')
    .orderBy('paper.merchant_id')
    .orderBy('paper.kind')
    .execute();
  return rows.flatMap(({ remindedUntil, remindedDays, validUntil, ...row }) => {
    const days = validUntil === null ? null : dueReminder(validUntil, today, steps);
    if (validUntil === null || days === null) return [];
    const isSent = remindedUntil === validUntil && (remindedDays ?? Number.POSITIVE_INFINITY) <= days;
    return isSent ? [] : [{ ...row, validUntil, days }];
  });
}

/**
 * Tells owners that a paper ends: once a step and an end, whoever runs it and whenever it was cut off, since the step
 * and its messages are written in one unit of work. Answers how many papers it spoke of; call again until none.
 */
export async function remindEndingPapers(tx: Tx, { now }: { now: number }): Promise<number> {
  const due = (await findEndingPapers(tx, { now })).slice(0, ATONCE);
  // In the order of their keys, so that two workers wait for each other instead of both giving up.
  due.sort((a, b) => (`${a.merchantId}${a.kind}` < `${b.merchantId}${b.kind}` ? -1 : 1));
  let told = 0;
  for (const paper of due) {
    if (!(await takeStep(tx, paper))) continue;
    await tellOwners(tx, paper, now);
    told += 1;
  }
  return told;
}

/** Of two workers at once one moves the row on; the other finds it moved. */
async function takeStep(tx: Tx, { merchantId, kind, validUntil, days }: EndingPaper): Promise<boolean> {
  const taken = await tx
    .updateTable('merchant_document')
    .set({ reminded_until: validUntil, reminded_days: days })
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('answer', '=', 'have')
    .where('valid_until', '=', validUntil)
    .where((due) =>
      due.or([
        due('reminded_until', 'is', null),
        due('reminded_until', '!=', validUntil),
        due('reminded_days', '>', days),
      ]),
    )
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

async function tellOwners(tx: Tx, paper: EndingPaper, now: number): Promise<void> {
  const { merchantId, stallName, kind, validUntil, days } = paper;
  await tellMembers(tx, {
    scope: { scopeKind: 'merchant', scopeId: merchantId },
    role: 'owner',
    template: 'paper_ending',
    values: { stall: stallName, kind, until: validUntil },
    path: `/usaha/${merchantId}/dokumen/${kind}`,
    key: `paper:${merchantId}:${kind}:${validUntil}:${days}`,
    // A look just after midnight rings no phone before nine.
    dueAt: Math.max(now, instantOf(dayOf(now, HOUSE_ZONE), '09:00', HOUSE_ZONE)),
    staleAt: endOfDay(validUntil, HOUSE_ZONE),
    now,
  });
}

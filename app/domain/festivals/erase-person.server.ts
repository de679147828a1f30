import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { DataSubject } from '~/shared/personal-data';

/** Applications of her businesses stay as numbers for the selection record; what was written in them goes. */
export async function eraseFromFestivals(tx: Tx, { merchantIds }: DataSubject, now: number): Promise<void> {
  if (merchantIds.length === 0) return;
  const applications = await tx
    .selectFrom('festival_application')
    .select(['id', 'festival_id'])
    .where('merchant_id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  const ids = applications.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.deleteFrom('festival_answer').where('application_id', 'in', ids).execute();
    await tx.updateTable('festival_application').set({ returned_why: null }).where('id', 'in', ids).execute();
    await tx.updateTable('festival_decision').set({ reason: null }).where('application_id', 'in', ids).execute();
  }
  const places = await tx
    .selectFrom('festival_participation')
    .select('id')
    .where('merchant_id', 'in', merchantIds)
    .orderBy('id')
    .execute();
  for (const { id } of places) {
    await tx
      .updateTable('festival_participation')
      .set({ slug: id.replace('_', '-') })
      .where('id', '=', id)
      .execute();
  }
  const festivals = [...new Set(applications.map(({ festival_id }) => festival_id))];
  await touchTopics(
    tx,
    festivals.flatMap((id) => [`call:${id}` as const, `festival:${id}` as const]),
    now,
  );
}

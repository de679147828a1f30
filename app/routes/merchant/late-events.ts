import { lateEventsBody, readLateEvents } from '~/domain/training/late-events-form';
import { recordLateEvents } from '~/domain/training/record-late-events.server';
import type { MerchantId } from '~/shared/ids';
import { readJson } from '~/web/json.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/**
 * What a phone kept while it had no internet, each event with its own id: sent again until this answers. `taken` are those
 * it need not send again, the ones nobody can understand among them.
 */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, now } = await requireRight(args, 'merchant.view', merchantId);
  const body = await readJson(args.request, lateEventsBody);
  const events = readLateEvents(body);
  await app.inTransaction((tx) => recordLateEvents(tx, { merchantId, personId: person.id, events, now }));
  return Response.json({ taken: body.events.map(({ id }) => id) }, { headers: { 'Cache-Control': 'no-store' } });
}

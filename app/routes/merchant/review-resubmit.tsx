import { resubmitSection } from '~/domain/merchants/resubmit-section.server';
import { isSection } from '~/domain/merchants/section';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Sends a returned section again as it stands. One that was sent meanwhile is as good: its page says where it stands. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const { section } = args.params;
  if (!isSection(section)) throw answerNotFound();
  const sent = await app.inTransaction((tx) => resubmitSection(tx, { merchantId, section, by: person.id, now }));
  return redirectTo(`/usaha/${merchantId}/pemeriksaan${sent.ok ? '?kabar=dikirim' : ''}`, language);
}

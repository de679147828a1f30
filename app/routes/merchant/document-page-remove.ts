import { isDocumentKind } from '~/domain/merchants/merchants';
import { removeDocumentPage } from '~/domain/merchants/remove-document-page.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes a page away; one that is gone already is as good as taken. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const { kind } = args.params;
  const fileId = parseId('fil', args.params.fileId);
  if (!isDocumentKind(kind) || !fileId) throw answerNotFound();
  await app.inTransaction((tx) => removeDocumentPage(tx, { merchantId, kind, fileId, by: person.id, now }));
  return redirectTo(`/usaha/${merchantId}/dokumen/${kind}`, language);
}

import { isDocumentKind } from '~/domain/merchants/merchants';
import { viewDocumentPage } from '~/domain/merchants/view-document-page.server';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { privatePicture } from '~/web/private-picture.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** A page of her own paper, opened for the owner or manager; written down like everybody's look. */
export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, now } = await requireRight(args, 'merchant.edit', merchantId);
  const { kind } = args.params;
  const fileId = parseId('fil', args.params.fileId);
  if (!isDocumentKind(kind) || !fileId) throw answerNotFound();
  const { secrets } = app.ports;
  const view = { merchantId, kind, fileId, viewerId: person.id, right: 'merchant.edit', secrets, now } as const;
  const page = await app.inTransaction((tx) => viewDocumentPage(tx, view));
  if (!page) throw answerNotFound();
  return privatePicture(page);
}

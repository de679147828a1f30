import { readHeldPaper } from '~/domain/merchants/read-paper.server';
import { viewDocumentPage } from '~/domain/merchants/view-document-page.server';
import { parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { privatePicture } from '~/web/private-picture.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** A page of a merchant's paper, for a verifier of the installation. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'verifier');
  const found = await readHeldPaper(app.db, args.params);
  const fileId = parseId('fil', args.params.fileId);
  if (!found || !fileId) throw answerNotFound();
  const { secrets } = app.ports;
  const view = { merchantId: found.merchant.id, kind: found.paper.kind, fileId, viewerId: person.id, secrets, now };
  const page = await app.inTransaction((tx) => viewDocumentPage(tx, { ...view, right: 'verifier' }));
  if (!page) throw answerNotFound();
  return privatePicture(page);
}

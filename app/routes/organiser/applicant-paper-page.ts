import { readApplicantPaper } from '~/domain/festivals/read-applicant-papers.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { viewDocumentPage } from '~/domain/merchants/view-document-page.server';
import { parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import { privatePicture } from '~/web/private-picture.server';
import type { LoaderFunctionArgs } from '~/web/remix';

/** A page of an applicant's paper: only what this call asks for, only while her application is live. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const { festival } = own;
  const { kind } = args.params;
  const applicationId = await readApplicationOf(app.db, { festival, applicationId: args.params.applicationId });
  const found = applicationId && (await readApplicantPaper(app.db, { festival, applicationId, kind }));
  const fileId = parseId('fil', args.params.fileId);
  if (!found || !fileId) throw answerNotFound();
  const { merchantId, paper } = found;
  const { secrets } = app.ports;
  const view = { merchantId, kind: paper.kind, fileId, viewerId: person.id, secrets, now };
  const page = await app.inTransaction((tx) => viewDocumentPage(tx, { ...view, right: 'organisation.run' }));
  if (!page) throw answerNotFound();
  return privatePicture(page);
}

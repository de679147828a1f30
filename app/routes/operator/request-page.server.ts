import { readPerson } from '~/domain/identity/read-person.server';
import { readHindrances, readSubject } from '~/domain/privacy/read-hindrances.server';
import { readRequest } from '~/domain/privacy/read-requests.server';
import { refusalAnswer } from '~/i18n/refusals';
import { parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { showKeptForm } from '~/web/kept-form.server';
import { type PageArgs, requireRight } from '~/web/rights.server';

/** What the officer sees of one request; the pages of its forms show the same. */
export async function loadRequestPage(args: PageArgs) {
  const { app, person: officer, language, now } = await requireRight(args, 'operator');
  const requestId = parseId('prq', args.params.requestId);
  const request = requestId && (await readRequest(app.db, { requestId }));
  if (!request) throw answerNotFound();
  const person = await readPerson(app.db, request.personId);
  const isErasure = request.kind === 'erasure' && request.endedAt === null;
  const subject = isErasure ? await readSubject(app.db, request.personId) : null;
  const keptOf = (form: string) => showKeptForm(args, officer.id, `/operator/privasi/${request.id}/${form}`);
  const moved = new URL(args.request.url).searchParams.get('kabar') === 'request_moved';
  return {
    request,
    person: { name: person?.name ?? null, phone: person?.phone ?? null },
    businesses: subject?.merchantIds.length ?? 0,
    hindrances: subject ? await readHindrances(app.db, subject) : [],
    moved: moved ? refusalAnswer({ code: 'request_moved' }, language).text : null,
    kept: { answer: keptOf('jawab'), refuse: keptOf('tolak') },
    now,
  };
}

import { readExport } from '~/domain/privacy/read-export.server';
import { parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** The copy as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'signed_in');
  const requestId = parseId('prq', args.params.requestId);
  const found = requestId && (await readExport(app, { requestId, personId: person.id, now }));
  if (!found) throw answerNotFound();
  return new Response(found.json, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="data-saya-pestarasa.json"',
      'Cache-Control': 'no-store',
    },
  });
}

import { decideSection } from '~/domain/merchants/decide-section.server';
import { readNextReview } from '~/domain/merchants/read-review-queue.server';
import { isSection } from '~/domain/merchants/section';
import { passSectionForm } from '~/domain/merchants/section-form';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Passes a section and goes on to the next; whoever came too late is shown on its page who decided. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'verifier');
  const merchantId = parseId('mrc', args.params.merchantId);
  const { section } = args.params;
  if (!merchantId || !isSection(section)) throw answerNotFound();
  const page = `/operator/periksa/${merchantId}/${section}`;
  const form = await parseForm(args.request, passSectionForm);
  if (!form.ok) return redirectTo(page, language);
  const verdict = { outcome: 'passed' } as const;
  const decided = await app.inTransaction((tx) =>
    decideSection(tx, { ...form.value, merchantId, section, verdict, by: person.id, now }),
  );
  if (!decided.ok) return redirectTo(`${page}?kabar=${decided.refusal.code}`, language);
  const next = await readNextReview(app.db, { viewerId: person.id });
  return redirectTo(`${next ?? '/operator/periksa'}?kabar=tersimpan`, language);
}

import { decideSection } from '~/domain/merchants/decide-section.server';
import { isSection } from '~/domain/merchants/section';
import { passSectionForm } from '~/domain/merchants/section-form';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { afterDecision } from './after-decision.server';

/** Passes a section and goes on to the next; whoever came too late is shown on its page who decided. */
export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'verifier');
  const { app, person, language, now } = asked;
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
  return afterDecision(asked);
}

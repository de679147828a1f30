import { ReviewPage } from '~/components/operator/review-page';
import { SectionView } from '~/components/operator/section-view';
import { mayDo } from '~/domain/identity/rights';
import { decideSection } from '~/domain/merchants/decide-section.server';
import { readNextReview } from '~/domain/merchants/read-review-queue.server';
import { isSection } from '~/domain/merchants/section';
import { returnSectionForm } from '~/domain/merchants/section-form';
import { viewSection } from '~/domain/merchants/view-section.server';
import { useWords } from '~/i18n';
import { refusalAnswer } from '~/i18n/refusals';
import { parseId } from '~/shared/ids';
import { regionName } from '~/shared/regions';
import { answerNotFound, formResponse, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { type PageArgs, requireRight } from '~/web/rights.server';
import { afterDecision } from './after-decision.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.section.stallName} · Pestarasa` }];

async function ask(args: PageArgs) {
  const asked = await requireRight(args, 'verifier').catch(keepingTyped(args));
  const merchantId = parseId('mrc', args.params.merchantId);
  const { section } = args.params;
  if (!merchantId || !isSection(section)) throw answerNotFound();
  return { ...asked, merchantId, section };
}

/** Numbers that can harm are opened here, so this page is for verifiers alone, and each look is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, visitor, language, now, merchantId, section } = await ask(args);
  const asked = { merchantId, section, viewerId: person.id, secrets: app.ports.secrets, now };
  const read = await app.inTransaction((tx) => viewSection(tx, asked));
  if (!read) throw answerNotFound();
  const current = `/operator/periksa/${merchantId}/${section}`;
  const news = new URL(args.request.url).searchParams.get('kabar');
  const isMoved = news === 'section_moved' && read.decided === null;
  return {
    section: read,
    next: await readNextReview(app.db, { viewerId: person.id, current }),
    isOperator: mayDo(visitor.memberships, 'operator'),
    isSaved: news === 'tersimpan',
    kept: showKeptForm(args, person.id),
    refused: isMoved
      ? refusalAnswer({ code: 'section_moved', state: 'submitted', by: null } as { code: string }, language).text
      : news === 'section_not_yours'
        ? refusalAnswer({ code: news }, language).text
        : null,
  };
}

/** Sends the section back. Passing it has an address of its own. */
export async function action(args: ActionFunctionArgs) {
  const asked = await ask(args);
  const { app, person, language, now, merchantId, section } = asked;
  const form = await parseForm(args.request, returnSectionForm(section));
  if (!form.ok) return formResponse(form);
  const { revision, reason, fix } = form.value;
  const verdict = { outcome: 'returned', reason, fix } as const;
  const decided = await app.inTransaction((tx) =>
    decideSection(tx, { merchantId, section, revision, verdict, by: person.id, now }),
  );
  if (!decided.ok) return refusalResponse(decided.refusal, language, { typed: form.typed });
  return afterDecision(asked, keptFormDone(args));
}

export default function ReviewSection() {
  const { review } = useWords();
  const { section, next, refused, isOperator, isSaved, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const name = review.sections[section.section] ?? section.section;
  return (
    <ReviewPage
      title={review.section.title(name, section.stallName)}
      lead={regionName(section.regionCode)}
      trouble={failed?.refusal?.text ?? refused}
      isOperator={isOperator}
      isSaved={isSaved && !failed}
    >
      <SectionView section={section} next={next} failed={failed} />
    </ReviewPage>
  );
}

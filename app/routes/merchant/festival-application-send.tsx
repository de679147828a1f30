import { ApplicationView } from '~/components/festival/application-view';
import { Refused } from '~/components/festival/refused';
import { MerchantPage } from '~/components/layout/merchant-page';
import { answersForm } from '~/domain/festivals/application-form';
import { applyToFestival } from '~/domain/festivals/apply-to-festival.server';
import { readMerchantApplication } from '~/domain/festivals/read-own-application.server';
import { saveAnswers } from '~/domain/festivals/save-answers.server';
import { submitApplication } from '~/domain/festivals/submit-application.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import type { PageArgs } from '~/web/rights.server';

/** One form with two buttons: what was typed is kept where both find it. */
const formOf = ({ params }: PageArgs) => `/usaha/${params.merchantId}/festival/${params.slug}`;

export async function loader(args: LoaderFunctionArgs) {
  const { own, person } = await requireOwn(args, 'merchant.view', readMerchantApplication);
  return { ...own, kept: showKeptForm(args, person.id, formOf(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.edit', readMerchantApplication).catch(
    keepingTyped(args, formOf(args)),
  );
  const form = await parseForm(args.request, answersForm(own.questions, 'sent'));
  if (!form.ok) return formResponse(form);
  const { festival } = own.call;
  const sent = await app.inTransaction(async (tx) => {
    const applied = await applyToFestival(tx, {
      festivalId: festival.id,
      merchantId: own.merchant.id,
      by: person.id,
      now,
    });
    if (!applied.ok) return applied;
    const kept = await saveAnswers(tx, { applicationId: applied.value, answers: form.value, now });
    return kept.ok ? submitApplication(tx, { applicationId: applied.value, by: person.id, now }) : kept;
  });
  if (!sent.ok) return refusalResponse(sent.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${own.merchant.id}/festival/${festival.slug}`, language, keptFormDone(args, formOf(args)));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.call.festival.name }];

export default function SendApplication() {
  const { kept, ...own } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, festivals } = useWords();
  const list = pathTo(`/usaha/${own.merchant.id}/festival`, useLanguage());
  return (
    <MerchantPage
      title={own.call.festival.name}
      merchant={own.merchant}
      current="festival"
      back={{ href: list, label: common.backTo(festivals.own.title) }}
    >
      <div className="stack">
        <Refused refusal={failed?.refusal} />
        <ApplicationView own={own} errors={failed?.errors} typed={failed?.typed} />
      </div>
    </MerchantPage>
  );
}

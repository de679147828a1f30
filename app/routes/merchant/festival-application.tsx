import { ApplicationView } from '~/components/festival/application-view';
import { Refused } from '~/components/festival/refused';
import { MerchantPage } from '~/components/layout/merchant-page';
import { answersForm } from '~/domain/festivals/application-form';
import { applyToFestival } from '~/domain/festivals/apply-to-festival.server';
import { readMerchantApplication } from '~/domain/festivals/read-own-application.server';
import { saveAnswers } from '~/domain/festivals/save-answers.server';
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

export async function loader(args: LoaderFunctionArgs) {
  const { own, person } = await requireOwn(args, 'merchant.view', readMerchantApplication);
  const saved = new URL(args.request.url).searchParams.get('tersimpan') === 'ya';
  return { ...own, saved, kept: showKeptForm(args, person.id) };
}

/** Keeps the draft; begins the application where there is none. Sending it is `festival-application-send`. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.edit', readMerchantApplication).catch(
    keepingTyped(args),
  );
  const form = await parseForm(args.request, answersForm(own.questions, 'draft'));
  if (!form.ok) return formResponse(form);
  const { festival } = own.call;
  const kept = await app.inTransaction(async (tx) => {
    const applied = await applyToFestival(tx, {
      festivalId: festival.id,
      merchantId: own.merchant.id,
      by: person.id,
      now,
    });
    return applied.ok ? saveAnswers(tx, { applicationId: applied.value, answers: form.value, now }) : applied;
  });
  if (!kept.ok) return refusalResponse(kept.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${own.merchant.id}/festival/${festival.slug}?tersimpan=ya`, language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.call.festival.name }];

export default function FestivalApplication() {
  const { saved, kept, ...own } = useLoaderData<typeof loader>();
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
        <ApplicationView own={own} saved={saved && !failed} errors={failed?.errors} typed={failed?.typed} />
      </div>
    </MerchantPage>
  );
}

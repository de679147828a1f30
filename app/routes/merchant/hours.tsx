import { MerchantPage } from '~/components/layout/merchant-page';
import { HoursFields, SameHours } from '~/components/merchant/hours-fields';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { hoursForm } from '~/domain/merchants/hours-form';
import { readHours } from '~/domain/merchants/read-hours.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.hours.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const isSaved = new URL(args.request.url).searchParams.has('simpan');
  return {
    id: merchant.id,
    name: merchant.stallName,
    hours: await readHours(app.db, merchantId),
    isSaved,
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId).catch(keepingTyped(args));
  const form = await parseForm(args.request, hoursForm);
  if (!form.ok) return formResponse(form);
  const set = await app.inTransaction((tx) => setHours(tx, { merchantId, days: form.value, now }));
  if (!set.ok) return refusalResponse(set.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}/jam?simpan=1`, language, keptFormDone(args));
}

export default function Hours() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { id, name, hours, isSaved, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const words = merchants.hours;
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={{ id, name }}
      current="home"
      width="narrow"
      back={{ href: pathTo(`/usaha/${id}`, language), label: merchants.profile.back }}
    >
      {isSaved && !failed ? <Notice tone="good">{words.saved}</Notice> : null}
      <RefusalNotice refusal={failed?.refusal} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        {hours.length === 0 ? <SameHours /> : null}
        <HoursFields hours={hours} />
        <Button variant="primary" wide>
          {words.save}
        </Button>
      </Form>
    </MerchantPage>
  );
}

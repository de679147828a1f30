import { Refused } from '~/components/festival/refused';
import { MerchantPage } from '~/components/layout/merchant-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { readMerchantApplication } from '~/domain/festivals/read-own-application.server';
import { withdrawApplication } from '~/domain/festivals/withdraw-application.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await requireOwn(args, 'merchant.view', readMerchantApplication);
  if (!own.application) throw answerNotFound();
  return { ...own, application: own.application };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.edit', readMerchantApplication);
  if (!own.application) throw answerNotFound();
  const order = { applicationId: own.application.id, by: person.id, now };
  const withdrawn = await app.inTransaction((tx) => withdrawApplication(tx, order));
  if (!withdrawn.ok) return refusalResponse(withdrawn.refusal, language);
  return redirectTo(`/usaha/${own.merchant.id}/festival/${own.call.festival.slug}`, language);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.call.festival.name }];

export default function Withdraw() {
  const { merchant, call, application } = useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const words = festivals.application;
  const href = pathTo(`/usaha/${merchant.id}/festival/${call.festival.slug}`, useLanguage());
  const back = { href, label: common.backTo(call.festival.name) };
  return (
    <MerchantPage title={words.withdraw} merchant={merchant} current="festival" back={back} width="narrow">
      <div className="stack">
        <Refused refusal={useActionData<typeof action>()?.refusal} back={back} />
        <form method="post" className="card stack">
          <p>
            {application.state === 'accepted' || application.state === 'offered'
              ? words.withdrawLead
              : words.withdrawLeadPending}
          </p>
          <div className="ways">
            <Button variant="danger">{words.withdraw}</Button>
            <ButtonLink href={href}>{words.keep}</ButtonLink>
          </div>
        </form>
      </div>
    </MerchantPage>
  );
}

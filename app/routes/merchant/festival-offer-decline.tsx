import { ApplicationStanding } from '~/components/festival/application-standing';
import { OfferCard } from '~/components/festival/offer-card';
import { Refused } from '~/components/festival/refused';
import { MerchantPage } from '~/components/layout/merchant-page';
import { Button } from '~/components/ui/button';
import { declineOffer } from '~/domain/festivals/decline-offer.server';
import { readOfferedApplication } from '~/domain/festivals/read-own-application.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await requireOwn(args, 'merchant.view', readOfferedApplication);
  return own;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.edit', readOfferedApplication);
  const answer = { offerId: own.offer.id, merchantId: own.merchant.id, by: person.id, now };
  const answered = await app.inTransaction((tx) => declineOffer(tx, answer));
  if (!answered.ok) return refusalResponse(answered.refusal, language);
  return redirectTo(`/usaha/${own.merchant.id}/festival/${own.call.festival.slug}`, language);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.call.festival.name }];

export default function DeclineOffer() {
  const own = useLoaderData<typeof loader>();
  const { merchant, call, offer } = own;
  const failed = useActionData<typeof action>();
  const { common, festivals } = useWords();
  const base = pathTo(`/usaha/${merchant.id}/festival/${call.festival.slug}`, useLanguage());
  const back = { href: base, label: common.backTo(call.festival.name) };
  return (
    <MerchantPage title={festivals.offer.decline} merchant={merchant} current="festival" back={back} width="narrow">
      <div className="stack">
        <Refused refusal={failed?.refusal} back={back} />
        {offer.outcome === 'open' || failed?.refusal ? null : <ApplicationStanding own={own} />}
        {offer.outcome === 'open' ? (
          <>
            <form method="post" className="card stack">
              <p>{festivals.offer.declineLead(offer.booth)}</p>
              <Button variant="danger" wide>
                {festivals.offer.decline}
              </Button>
            </form>
            <OfferCard offer={offer} festival={call.festival} base={base} acceptOnly />
          </>
        ) : null}
      </div>
    </MerchantPage>
  );
}

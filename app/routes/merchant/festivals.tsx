import { CallCard } from '~/components/festival/call-card';
import { OwnFestivalCard } from '~/components/festival/own-festival-card';
import { MerchantPage } from '~/components/layout/merchant-page';
import { EmptyState } from '~/components/ui/empty-state';
import { readMerchantFestivals } from '~/domain/festivals/read-merchant-festivals.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'merchant.view', args.params.merchantId ?? '');
  const merchantId = parseId('mrc', args.params.merchantId);
  const merchant = merchantId && (await readMerchant(app.db, merchantId));
  if (!merchant) throw answerNotFound();
  return {
    title: wordsFor(language).festivals.own.title,
    merchant: { id: merchant.id, name: merchant.stallName },
    ...(await readMerchantFestivals(app.db, { merchantId: merchant.id, now })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MerchantFestivalsPage() {
  const { merchant, own, calls } = useLoaderData<typeof loader>();
  const words = useWords().festivals.own;
  const base = pathTo(`/usaha/${merchant.id}/festival`, useLanguage());
  return (
    <MerchantPage title={words.title} lead={words.lead} merchant={merchant} current="festival">
      {own.length + calls.length === 0 ? <EmptyState seed={merchant.id} text={words.empty} /> : null}
      <div className="stack">
        {own.length > 0 ? (
          <section className="stack">
            <h2>{words.mine}</h2>
            {own.map((one) => (
              <OwnFestivalCard key={one.slug} festival={one} href={`${base}/${one.slug}`} />
            ))}
          </section>
        ) : null}
        {own.length + calls.length > 0 ? (
          <section className="stack">
            <h2>{words.calls}</h2>
            {calls.length === 0 ? <p>{words.callsEmpty}</p> : null}
            {calls.map((one) => (
              <CallCard key={one.slug} call={one} href={`${base}/${one.slug}`} />
            ))}
          </section>
        ) : null}
      </div>
    </MerchantPage>
  );
}

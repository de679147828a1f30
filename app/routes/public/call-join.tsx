import { PublicPage } from '~/components/layout/public-page';
import { Card } from '~/components/ui/card';
import { readCall } from '~/domain/festivals/read-call.server';
import { mayDo } from '~/domain/identity/rights';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** From the call to the application: one business goes straight on, several are asked, none signs up first. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor, language, now } = await requireRight(args, 'signed_in');
  const call = await readCall(app.db, { slug: args.params.slug ?? '', now });
  if (!call) throw answerNotFound();
  const ids = visitor.memberships.flatMap(({ scopeId }) =>
    // As the page of the application asks: a cashier or a helper applies for nobody.
    mayDo(visitor.memberships, 'merchant.edit', scopeId) ? (parseId('mrc', scopeId) ?? []) : [],
  );
  const merchants = (await readMerchants(app.db, [...new Set(ids)])).map(({ id, stallName }) => ({ id, stallName }));
  const [only] = merchants;
  if (!only) throw redirectTo('/daftar', language);
  if (merchants.length === 1) throw redirectTo(`/usaha/${only.id}/festival/${call.festival.slug}`, language);
  return { title: wordsFor(language).festivals.call.chooseMerchant, slug: call.festival.slug, merchants };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function JoinCall() {
  const { slug, merchants } = useLoaderData<typeof loader>();
  const { call } = useWords().festivals;
  const language = useLanguage();
  return (
    <PublicPage title={call.chooseMerchant} width="narrow">
      <div className="stack">
        {merchants.map(({ id, stallName }) => (
          <Card key={id} title={<a href={pathTo(`/usaha/${id}/festival/${slug}`, language)}>{stallName}</a>}>
            {null}
          </Card>
        ))}
      </div>
    </PublicPage>
  );
}

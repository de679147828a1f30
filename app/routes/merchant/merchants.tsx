import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { MerchantChooser } from '~/components/merchant/merchant-chooser';
import { PageHeading } from '~/components/ui/page-heading';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { mayDo } from '~/domain/identity/rights';
import { readMerchants, readUnclaimedByPhone } from '~/domain/merchants/read-merchant.server';
import { readSignUp } from '~/domain/merchants/read-sign-up.server';
import { useWords, wordsFor } from '~/i18n';
import { compareNames } from '~/i18n/format';
import type { MerchantId } from '~/shared/ids';
import { languageOf } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.chooser.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person } = await requireRight(args, 'signed_in');
  const own = (await readMemberships(app.db, person.id)).filter((member) => member.scopeKind === 'merchant');
  const merchants = await readMerchants(
    app.db,
    own.map((member) => member.scopeId as MerchantId),
  );
  // Her way into a business by what she may there; a cashier has the boards only.
  const sells = (id: string) => !mayDo(own, 'merchant.view', id);
  const unclaimed = person.phone ? await readUnclaimedByPhone(app.db, person.phone) : [];
  const draft = await readSignUp(app.db, person.id);
  const shown = (list: typeof merchants) =>
    list
      .map(({ id, stallName, regionCode, state }) => ({ id, stallName, regionCode, state }))
      .sort((a, b) => compareNames(a.stallName, b.stallName));
  return {
    merchants: shown(merchants).map((each) => ({ ...each, onlySells: sells(each.id) })),
    unclaimed: shown(unclaimed),
    hasDraft: draft.savedAt !== null,
  };
}

export default function Merchants() {
  const words = useWords().merchants.chooser;
  const data = useLoaderData<typeof loader>();
  return (
    <Shell headerNav={<SignedInLinks />} width="narrow">
      <PageHeading title={words.title} lead={data.merchants.length > 0 ? words.lead : undefined} />
      <MerchantChooser {...data} />
    </Shell>
  );
}

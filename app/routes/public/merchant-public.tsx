import { PublicPage } from '~/components/layout/public-page';
import { MerchantPublic } from '~/components/merchant/merchant-public';
import { readMenu } from '~/domain/menus/read-menu.server';
import { isUnchecked } from '~/domain/merchants/merchants';
import { readHours } from '~/domain/merchants/read-hours.server';
import { readPublicMerchant } from '~/domain/merchants/read-merchant.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { answerNotFound } from '~/web/answer.server';
import { cachePage } from '~/web/cached-page.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Not for search engines before there is a dish (foundations.md §6) and a verifier has looked (docs/decisions/0175). */
export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Pestarasa' }];
  const words = wordsFor(languageOf(location.pathname)).merchants.publicPage;
  const { merchant, menu } = data;
  const title = { title: `${words.meta(merchant.name, regionName(merchant.regionCode))} · Pestarasa` };
  if (menu.length === 0 || merchant.isNew) return [title, { name: 'robots', content: 'noindex' }];
  return [
    title,
    {
      name: 'description',
      content:
        merchant.story ??
        menu
          .slice(0, 5)
          .map((dish) => dish.name)
          .join(', '),
    },
  ];
};

/** What anybody may see: neither phone nor owner's name leaves the server. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'public');
  const merchant = await readPublicMerchant(app.db, args.params.slug ?? '');
  if (!merchant) throw answerNotFound();
  cachePage(args, { topics: [`merchant:${merchant.id}`], freshUntil: Number.POSITIVE_INFINITY });
  const menu = await readMenu(app.db, merchant.id);
  const { id, stallName, regionCode, district, category, story, photoFileId, state } = merchant;
  return {
    merchant: { id, name: stallName, regionCode, district, category, story, photoFileId, isNew: isUnchecked(state) },
    menu: menu.map(
      ({ id: dishId, name, description, price, makeSeconds, halal, allergenAnswer, allergens, spiceLevel, photo }) => ({
        id: dishId,
        name,
        description,
        price,
        makeSeconds,
        halal,
        allergenAnswer,
        allergens,
        spiceLevel,
        photo,
      }),
    ),
    hours: await readHours(app.db, id),
  };
}

export default function MerchantPublicPage() {
  const { merchants } = useWords();
  const data = useLoaderData<typeof loader>();
  const { merchant } = data;
  return (
    <PublicPage
      title={merchant.name}
      lead={merchants.publicPage.where(merchant.district, regionName(merchant.regionCode))}
      width="wide"
    >
      <MerchantPublic {...data} />
    </PublicPage>
  );
}

import { MerchantPage } from '~/components/layout/merchant-page';
import { MerchantHome } from '~/components/merchant/merchant-home';
import { nextSteps } from '~/components/merchant/next-steps';
import { boardsOf, readMerchantFestivals } from '~/domain/festivals/read-merchant-festivals.server';
import { isReadyToSell } from '~/domain/menus/menus';
import { readMenu } from '~/domain/menus/read-menu.server';
import { DOCUMENT_KINDS } from '~/domain/merchants/merchants';
import { missingInProfile } from '~/domain/merchants/missing-in-profile';
import { readDocuments } from '~/domain/merchants/read-documents.server';
import { readHours } from '~/domain/merchants/read-hours.server';
import { hasPublishConsent, isPublic, readMerchant } from '~/domain/merchants/read-merchant.server';
import { readOwnSections } from '~/domain/merchants/read-sections.server';
import { readMarkedFields } from '~/domain/merchants/read-typed.server';
import { readProgress } from '~/domain/training/read-progress.server';
import { readTips } from '~/domain/training/read-tips.server';
import { tipOfDay } from '~/domain/training/tips';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf } from '~/shared/paths';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${data?.merchant.name ?? wordsFor(languageOf(location.pathname)).merchants.chooser.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, visitor, now } = await requireRight(args, 'merchant.view', merchantId);
  const { db } = app;
  const merchant = await readMerchant(db, merchantId);
  if (!merchant) throw answerNotFound();
  const [menu, documents, hours, course, tips, wallet, festivals, hasConsent, isShown, sections, typed] =
    await Promise.all([
      readMenu(db, merchantId),
      readDocuments(db, merchantId),
      readHours(db, merchantId),
      readProgress(db, { merchantId, now }),
      readTips(db, { merchantId, tips: [tipOfDay(dayOf(now, HOUSE_ZONE))] }),
      readSpendingAccount(db, person.id),
      readMerchantFestivals(db, { merchantId, now }),
      hasPublishConsent(db, merchantId),
      isPublic(db, merchant.id),
      readOwnSections(db, merchantId),
      readMarkedFields(db, merchantId),
    ]);
  const unready = menu.filter((dish) => !isReadyToSell(dish));
  const missing = missingInProfile(merchant, { consent: true });
  const steps = nextSteps({
    merchantId,
    state: merchant.state,
    missing,
    hasConsent,
    dishes: menu.length,
    unready: unready.length,
    withoutPhoto: menu.filter((dish) => !dish.photo).length,
    withoutHalalOrAllergens: menu.filter((dish) => dish.halal === 'unknown' || dish.allergenAnswer === 'unknown')
      .length,
    documentsOpen: DOCUMENT_KINDS.length - documents.length,
    hoursAnswered: hours.length,
    walletReady: wallet?.hasPin ?? false,
    lessonsOpen: course.filter((lesson) => !lesson.complete).length,
    firstUnready: unready[0]?.id ?? null,
  });
  const offers = festivals.own.flatMap((own) =>
    own.offer ? [{ ...own.offer, slug: own.slug, name: own.name, zone: own.zone }] : [],
  );
  const boards = boardsOf(festivals.own);
  return {
    merchant: { id: merchant.id, name: merchant.stallName, state: merchant.state, slug: merchant.slug },
    steps,
    missing,
    isShown,
    hasConsent,
    hasDish: menu.length > 0,
    isOwner: visitor.memberships.some((member) => member.scopeId === merchantId && member.role === 'owner'),
    toCheck: typed.length,
    offers,
    boards,
    tip: tips[0] ?? null,
    returned: sections.filter(({ state }) => state === 'returned'),
    news: new URL(args.request.url).searchParams.get('kabar'),
  };
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  return (
    <MerchantPage title={data.merchant.name} merchant={data.merchant} current="home" width="wide">
      <MerchantHome {...data} />
    </MerchantPage>
  );
}

import { MerchantPage } from '~/components/layout/merchant-page';
import { ProfileForm } from '~/components/merchant/profile-form';
import { ReturnedHere } from '~/components/merchant/returned-section';
import { profileForm } from '~/domain/merchants/profile-form';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readReturnedAt } from '~/domain/merchants/read-sections.server';
import { sizeClassOf } from '~/domain/merchants/size-class';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf } from '~/shared/time';
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
import { openToFill } from './fill-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.profile.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, merchantId, help, now } = await openToFill(args);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const isSaved = new URL(args.request.url).searchParams.has('simpan');
  const returned = await readReturnedAt(app.db, { merchantId, page: '/profil' });
  const size = sizeClassOf(merchant, dayOf(now, 'Asia/Jakarta'));
  return { returned, merchant, size, isSaved, help, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.fill', merchantId).catch(
    keepingTyped(args),
  );
  const form = await parseForm(args.request, profileForm);
  if (!form.ok) return formResponse(form);
  const { city, ...rest } = form.value;
  const changes = { ...rest, regionCode: city };
  const updated = await app.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by: person.id, now }));
  if (!updated.ok) return refusalResponse(updated.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}/profil?simpan=1`, language, keptFormDone(args));
}

export default function Profile() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { merchant, returned, size, isSaved, help, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const words = merchants.profile;
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={{ id: merchant.id, name: merchant.stallName }}
      current="home"
      helpsUntil={help.until}
      width={help.until === null ? 'wide' : 'narrow'}
      back={{ href: pathTo(`/usaha/${merchant.id}`, language), label: words.back }}
    >
      <div className="stack">
        <ReturnedHere merchantId={merchant.id} returned={returned} />
        <ProfileForm merchant={merchant} size={size} failed={failed} isSaved={isSaved && !failed} help={help} />
      </div>
    </MerchantPage>
  );
}

import { MerchantPage } from '~/components/layout/merchant-page';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { QrCode } from '~/components/ui/qr-code';
import { readStallPhones } from '~/domain/identity/read-stall-phones.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { answerNotFound, pageData } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openTeam } from './team-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.stallPhones.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** The link is a key for a quarter of an hour: it stays in no cache. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader(args: LoaderFunctionArgs) {
  const { app, merchant, merchantId, language, now } = await openTeam(args, 'merchant.team');
  const phones = await readStallPhones(app.db, { merchantId, secrets: app.ports.secrets, now });
  const phone = phones.find(({ id }) => id === args.params.stallPhoneId);
  if (!phone) throw answerNotFound();
  const path = phone.pairing && pathTo(`/hp-lapak/pasang/${phone.pairing.token}`, language);
  return pageData({
    merchant,
    name: phone.cashierName,
    isPaired: phone.pairedAt !== null,
    until: phone.pairing?.until ?? null,
    link: path && new URL(path, args.request.url).href,
  });
}

export default function StallPhone() {
  const words = useWords().people.stallPhones;
  const language = useLanguage();
  const { merchant, name, isPaired, until, link } = useLoaderData<typeof loader>();
  const team = pathTo(`/usaha/${merchant.id}/tim`, language);
  const again = <ButtonLink href={`${team}/hp-lapak`}>{words.add}</ButtonLink>;
  return (
    <MerchantPage
      title={words.qrTitle(name)}
      lead={link ? words.qrLead : undefined}
      merchant={merchant}
      current="home"
      width="narrow"
      back={{ href: team, label: words.toTeam }}
    >
      {isPaired ? <Notice tone="good">{words.isPaired}</Notice> : null}
      {!isPaired && !link ? (
        <Notice tone="attention" ways={again}>
          {words.linkGone}
        </Notice>
      ) : null}
      {link && until ? (
        <div className="stack">
          <QrCode text={link} title={words.qrOf(name)} />
          <p>{words.until(formatDateTime(until, HOUSE_ZONE, language))}</p>
          <p>
            {words.link} <a href={link}>{link}</a>
          </p>
        </div>
      ) : null}
    </MerchantPage>
  );
}

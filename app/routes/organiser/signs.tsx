import { OrganiserPage } from '~/components/layout/organiser-page';
import { PrintPage } from '~/components/layout/print-page';
import { PrintBar } from '~/components/stall/print-bar';
import { BatikBand } from '~/components/ui/batik-tile';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { QrCode } from '~/components/ui/qr-code';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { readParticipations } from '~/domain/festivals/read-participation.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const stalls = await readParticipations(app.db, own.festival.id);
  const { origin } = new URL(args.request.url);
  return { ...own, title: wordsFor(language).festivals.signs.title, stalls, origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Signs() {
  const { organisation, festival, stalls, origin } = useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const words = festivals.signs;
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  if (stalls.length === 0) {
    return (
      <OrganiserPage
        title={words.title}
        lead={words.lead}
        organisation={organisation}
        festival={festival}
        current="signs"
      >
        <EmptyState
          seed={festival.id}
          text={words.empty}
          action={<ButtonLink href={base}>{common.backTo(festival.name)}</ButtonLink>}
        />
      </OrganiserPage>
    );
  }
  return (
    <PrintPage kind="sign">
      <PrintBar back={{ href: base, label: common.backTo(festival.name) }} label={words.print} />
      <header className="no-print stack-tight">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {stalls.map((stall) => {
        const address = `${origin}/festival/${festival.slug}/lapak/${stall.slug}`;
        return (
          <article key={stall.id} className="sign">
            <div className="sign-band">
              <BatikBand seed={stall.merchantId} city={festival.regionCode} />
            </div>
            <div>
              <p className="sign-booth">{festivals.booth(stall.booth)}</p>
              <h2 className="sign-name">{stall.stallName}</h2>
              <QrCode text={address} title={words.qr(stall.booth)} />
              <p className="sign-steps">{words.step}</p>
            </div>
            <p>
              {festival.name}
              <br />
              {address.replace(/^https?:\/\//, '')}
            </p>
          </article>
        );
      })}
    </PrintPage>
  );
}

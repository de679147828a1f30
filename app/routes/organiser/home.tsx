import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { readOrganisationFestivals } from '~/domain/festivals/read-festival-lists.server';
import { readOrganisationName } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { redirectTo } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor, language } = await requireRight(args, 'signed_in');
  const ids = visitor.memberships.flatMap(({ scopeKind, scopeId }) =>
    scopeKind === 'organisation' ? (parseId('org', scopeId) ?? []) : [],
  );
  const organisations = [];
  for (const id of new Set(ids)) {
    const organisation = await readOrganisationName(app.db, id);
    if (organisation)
      organisations.push({ ...organisation, festivals: (await readOrganisationFestivals(app.db, id)).length });
  }
  const [only] = organisations;
  if (only && organisations.length === 1) throw redirectTo(`/penyelenggara/${only.id}`, language);
  return { title: wordsFor(language).festivals.home.title, organisations };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganiserHome() {
  const { organisations } = useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const language = useLanguage();
  if (organisations.length === 0) {
    return (
      <PublicPage title={festivals.home.title} width="narrow" signedIn>
        <EmptyState
          seed="organiser"
          text={festivals.home.empty}
          action={<ButtonLink href={pathTo('/', language)}>{common.backHome}</ButtonLink>}
        />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={festivals.home.title} lead={festivals.home.lead} width="narrow" signedIn>
      <div className="stack">
        {organisations.map((organisation) => (
          <Card
            key={organisation.id}
            title={<a href={pathTo(`/penyelenggara/${organisation.id}`, language)}>{organisation.name}</a>}
          >
            <p>{festivals.home.festivals(organisation.festivals)}</p>
          </Card>
        ))}
      </div>
    </PublicPage>
  );
}

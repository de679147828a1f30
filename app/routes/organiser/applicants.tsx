import { ApplicantTable } from '~/components/festival/applicant-table';
import { FilterLinks } from '~/components/festival/filter-links';
import { NoApplicants } from '~/components/festival/no-applicants';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Pager } from '~/components/ui/pager';
import { APPLICANTS_A_PAGE, countFilters, filterApplicants, readFilter } from '~/domain/festivals/filter-applicants';
import { readApplicants } from '~/domain/festivals/read-applicants.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { requireOwn } from '~/web/own.server';
import { readPageNumber } from '~/web/page-number';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const query = new URL(args.request.url).searchParams;
  const filter = readFilter(query.get('saring'));
  const search = (query.get('cari') ?? '').slice(0, 60);
  const all = (await readApplicants(app.db, { festivalId: own.festival.id, now })).filter(
    ({ state }) => state !== 'withdrawn',
  );
  const found = filterApplicants(all, { filter, search });
  const page = readPageNumber(query);
  const title = `${wordsFor(language).festivals.applicants.title} · ${own.festival.name}`;
  return {
    title,
    ...own,
    filter,
    search,
    counts: countFilters(all),
    applicants: found.slice((page - 1) * APPLICANTS_A_PAGE, page * APPLICANTS_A_PAGE),
    page,
    found: found.length,
    pages: Math.ceil(found.length / APPLICANTS_A_PAGE),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Applicants() {
  const { organisation, festival, filter, search, counts, applicants, found, page, pages } =
    useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const words = festivals.applicants;
  const language = useLanguage();
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}/pendaftar`, language);
  return (
    <OrganiserPage title={words.title} organisation={organisation} festival={festival} current="applicants">
      {counts.all === 0 ? (
        <NoApplicants festival={festival} />
      ) : (
        <div className="stack">
          <FilterLinks base={base} current={filter} counts={counts} />
          <form method="get" action={base} className="search-line" role="search">
            <input type="hidden" name="saring" value={filter} />
            <label htmlFor="cari" className="sr-only">
              {words.searchLabel}
            </label>
            <input
              id="cari"
              name="cari"
              type="search"
              className="input"
              defaultValue={search}
              placeholder={words.searchLabel}
              maxLength={60}
            />
            <Button icon="search">{common.search}</Button>
          </form>
          {applicants.length === 0 ? (
            <p>{words.emptyFilter}</p>
          ) : (
            <ApplicantTable applicants={applicants} found={found} base={base} zone={festival.zone} />
          )}
          <Pager
            page={page}
            pages={pages}
            hrefOf={(to) => `${base}?${new URLSearchParams({ saring: filter, cari: search, hal: String(to) })}`}
          />
        </div>
      )}
    </OrganiserPage>
  );
}

import { OrganiserPage } from '~/components/layout/organiser-page';
import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DataTable } from '~/components/ui/data-table';
import { EmptyState } from '~/components/ui/empty-state';
import { readPageOrganisation } from '~/domain/menus/import/read-import-page.server';
import { readClaims } from '~/domain/merchants/read-claims.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: wordsFor(languageOf(location.pathname)).imports.claims.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const organisation = await readPageOrganisation(app.db, args.params);
  if (!organisation) throw answerNotFound();
  return { organisation, sheets: await readClaims(app.db, organisation.id, app.ports.secrets) };
}

export default function ClaimSheets() {
  const { organisation, sheets } = useLoaderData<typeof loader>();
  const { claims } = useWords().imports;
  const base = pathTo(`/penyelenggara/${organisation.id}`, useLanguage());
  const open = sheets.some((sheet) => sheet.claimCode !== null);
  return (
    <OrganiserPage
      title={claims.title}
      lead={claims.lead}
      organisation={organisation}
      current="claims"
      actions={
        open ? (
          <ButtonLink href={`${base}/klaim/cetak`} variant="primary" icon="paper">
            {claims.print}
          </ButtonLink>
        ) : null
      }
    >
      {sheets.length === 0 ? (
        <EmptyState
          seed={organisation.id}
          text={claims.empty}
          action={<ButtonLink href={`${base}/impor`}>{claims.toImport}</ButtonLink>}
        />
      ) : (
        <Card>
          <DataTable
            caption={claims.title}
            hideCaption
            rows={sheets}
            rowKey={(sheet) => sheet.merchantId}
            columns={[
              { key: 'stall', header: claims.stall, kind: 'title', cell: (sheet) => sheet.stallName },
              { key: 'city', header: claims.city, cell: (sheet) => regionName(sheet.regionCode) },
              {
                key: 'code',
                header: claims.code,
                cell: (sheet) =>
                  sheet.claimedAt === null ? (
                    <code>{sheet.claimCode ?? '–'}</code>
                  ) : (
                    <Badge tone="good">{claims.active}</Badge>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </OrganiserPage>
  );
}

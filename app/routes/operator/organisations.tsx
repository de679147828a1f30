import { OrganisationForm } from '~/components/identity/organisation-form';
import { OperatorPage } from '~/components/layout/operator-page';
import { Card } from '~/components/ui/card';
import { DataTable } from '~/components/ui/data-table';
import { EmptyState } from '~/components/ui/empty-state';
import { createOrganisation } from '~/domain/identity/create-organisation.server';
import { organisationForm } from '~/domain/identity/organisation-form';
import { readOrganisations } from '~/domain/identity/read-organisations.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { formResponse, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).operator.organisations.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'operator');
  return { organisations: await readOrganisations(app.db) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const form = await parseForm(args.request, organisationForm);
  if (!form.ok) return formResponse(form);
  const { name, kind, region = null } = form.value;
  const id = await app.inTransaction((tx) =>
    createOrganisation(tx, { name, kind, regionCode: region, createdBy: person.id, now }),
  );
  return redirectTo(`/operator/lembaga/${id}`, language);
}

export default function Organisations() {
  const words = useWords().operator.organisations;
  const language = useLanguage();
  const { organisations } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <OperatorPage title={words.title} current="organisations">
      <div className="panes">
        {organisations.length === 0 ? (
          <EmptyState text={words.empty} />
        ) : (
          <DataTable
            caption={words.list}
            hideCaption
            rows={organisations}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: words.name,
                kind: 'title',
                cell: (row) => <a href={pathTo(`/operator/lembaga/${row.id}`, language)}>{row.name}</a>,
              },
              { key: 'kind', header: words.kind, cell: (row) => words.kinds[row.kind] },
              {
                key: 'region',
                header: words.region,
                cell: (row) => (row.regionCode ? regionName(row.regionCode) : words.regionNone),
              },
            ]}
          />
        )}
        <Card title={words.add}>
          <OrganisationForm failed={failed} />
        </Card>
      </div>
    </OperatorPage>
  );
}

import { ColumnForm } from '~/components/import/column-form';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { SelectField } from '~/components/ui/select-field';
import { Steps } from '~/components/ui/steps';
import { chooseColumns, columnsForm } from '~/domain/menus/import/choose-columns';
import { mapColumns } from '~/domain/menus/import/map-columns.server';
import { readSameFile } from '~/domain/menus/import/read-import.server';
import { readImportPage, readSamples } from '~/domain/menus/import/read-import-page.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { REGIONS } from '~/shared/regions';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
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
  { title: wordsFor(languageOf(location.pathname)).imports.columns.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const { organisation, summary, zone } = page;
  if (!['uploaded', 'mapped', 'staged'].includes(summary.state))
    throw redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}`, language);
  const same = await readSameFile(app.db, { importId: summary.id, organisationId: organisation.id });
  const regions = REGIONS.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const { id, fileName, mapping, rows } = summary;
  return {
    organisation,
    zone,
    id,
    fileName,
    mapping,
    total: rows.total,
    sameAt: same?.appliedAt ?? null,
    regions,
    ...(await readSamples(app.db, summary)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const page = await readImportPage(app.db, args.params);
  if (!page) throw answerNotFound();
  const form = await parseForm(args.request, columnsForm);
  if (!form.ok) return formResponse(form);
  const { organisation, summary } = page;
  const mapping = chooseColumns(summary.mapping, form.value);
  const mapped = await app.inTransaction((tx) =>
    mapColumns(tx, { importId: summary.id, organisationId: organisation.id, mapping, now }),
  );
  if (!mapped.ok) return refusalResponse(mapped.refusal, language, { typed: form.typed });
  return redirectTo(`/penyelenggara/${organisation.id}/impor/${summary.id}`, language);
}

export default function ImportColumns() {
  const { organisation, id, fileName, mapping, total, zone, sameAt, regions, samples, firstRows } =
    useLoaderData<typeof loader>();
  const { imports: words } = useWords();
  const failed = useActionData<typeof action>();
  const language = useLanguage();
  const base = pathTo(`/penyelenggara/${organisation.id}/impor`, language);
  return (
    <OrganiserPage
      title={words.columns.title}
      lead={words.columns.lead(total)}
      organisation={organisation}
      current="import"
      back={{ href: base, label: fileName }}
    >
      <Steps current={2} titles={words.steps} />
      <RefusalNotice refusal={failed?.refusal} />
      {sameAt === null ? null : <Notice>{words.columns.same(formatDateTime(sameAt, zone, language))}</Notice>}
      <div className="import-stack">
        <Card>
          <ColumnForm mapping={mapping} samples={samples} regions={regions} typed={failed?.typed} />
        </Card>
        <Card>
          <Form action={`${base}/${id}/judul`} summary={false}>
            <SelectField
              name="baris"
              label={words.columns.headingRow}
              value={mapping.headingRow === null ? '0' : String(mapping.headingRow)}
              options={[
                { value: '0', label: words.columns.noHeading },
                ...firstRows.map((row) => ({
                  value: String(row.number),
                  label: words.columns.headingRowOf(row.number, row.text),
                })),
              ]}
            />
            <Button>{words.columns.moveHeading}</Button>
          </Form>
        </Card>
      </div>
    </OrganiserPage>
  );
}

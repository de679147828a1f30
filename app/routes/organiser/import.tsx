import { ImportTable } from '~/components/import/import-table';
import { UploadCard } from '~/components/import/upload-card';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Card } from '~/components/ui/card';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { Steps } from '~/components/ui/steps';
import { readImports } from '~/domain/menus/import/read-import.server';
import { readPageOrganisation, zoneOf } from '~/domain/menus/import/read-import-page.server';
import { receiveFile } from '~/domain/menus/import/receive-file.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { newId, parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: wordsFor(languageOf(location.pathname)).imports.list.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const organisation = await readPageOrganisation(app.db, args.params);
  if (!organisation) throw answerNotFound();
  const imports = (await readImports(app.db, organisation.id)).map(
    ({ id, fileName, createdAt, state, merchants, dishes }) => ({
      id,
      fileName,
      createdAt,
      state,
      merchants,
      dishes,
    }),
  );
  return { organisation, zone: zoneOf(organisation), imports, importId: newId('imp', now) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const organisation = await readPageOrganisation(app.db, args.params);
  if (!organisation) throw answerNotFound();
  const form = await readFormData(args.request);
  const file = form.get('berkas');
  const importId = parseId('imp', form.get('impor')) ?? newId('imp', now);
  if (!(file instanceof File) || file.size === 0) return refusalResponse({ code: 'file_missing' }, language);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const received = await receiveFile(app, {
    importId,
    organisationId: organisation.id,
    personId: person.id,
    fileName: file.name,
    bytes,
  });
  if (!received.ok) return refusalResponse(received.refusal, language);
  return redirectTo(`/penyelenggara/${organisation.id}/impor/${importId}`, language);
}

export default function Import() {
  const { organisation, imports, importId, zone } = useLoaderData<typeof loader>();
  const words = useWords().imports;
  const failed = useActionData<typeof action>();
  const base = pathTo(`/penyelenggara/${organisation.id}/impor`, useLanguage());
  return (
    <OrganiserPage title={words.list.title} lead={words.list.lead} organisation={organisation} current="import">
      <Steps current={1} titles={words.steps} />
      <RefusalNotice refusal={failed?.refusal} />
      <div className="import-stack">
        <UploadCard importId={importId} />
        <Card title={words.list.howTitle}>
          <ul className="import-how">
            {words.list.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
        <ImportTable imports={imports} base={base} zone={zone} />
      </div>
    </OrganiserPage>
  );
}

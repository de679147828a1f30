import { PrintPage } from '~/components/layout/print-page';
import { PrintBar } from '~/components/stall/print-bar';
import { EmptyState } from '~/components/ui/empty-state';
import { QrCode } from '~/components/ui/qr-code';
import { readPageOrganisation } from '~/domain/menus/import/read-import-page.server';
import { readClaims } from '~/domain/merchants/read-claims.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: wordsFor(languageOf(location.pathname)).imports.claims.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'organisation.run', args.params.organisationId ?? '');
  const organisation = await readPageOrganisation(app.db, args.params);
  if (!organisation) throw answerNotFound();
  const claims = await readClaims(app.db, organisation.id, app.ports.secrets);
  const address = new URL(pathTo('/klaim', language), app.config.origins[0]).href;
  const sheets = claims.flatMap(({ merchantId, stallName, claimCode }) =>
    claimCode === null
      ? []
      : [{ merchantId, stallName, claimCode, link: `${address}?kode=${encodeURIComponent(claimCode)}` }],
  );
  return { organisationId: organisation.id, organisation: organisation.name, address, sheets };
}

export default function ClaimSheetsPrint() {
  const { organisationId, organisation, address, sheets } = useLoaderData<typeof loader>();
  const back = pathTo(`/penyelenggara/${organisationId}/klaim`, useLanguage());
  const { claims } = useWords().imports;
  return (
    <PrintPage kind="sheet">
      <PrintBar back={{ href: back, label: claims.title }} label={claims.printSheets} />
      <h1 className="sr-only">{claims.title}</h1>
      {sheets.length === 0 ? <EmptyState seed={organisationId} text={claims.nothingToPrint} /> : null}
      <div className="claim-sheets">
        {sheets.map((sheet) => (
          <section key={sheet.merchantId} className="claim-sheet">
            <div>
              <h2>{claims.sheetTitle}</h2>
              <p>{claims.sheetFor(sheet.stallName)}</p>
              <ol>
                {claims.sheetSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <p>
                {claims.sheetType} <b>{address.replace(/^https?:\/\//, '')}</b>
              </p>
              <p className="claim-code">{sheet.claimCode}</p>
              <p>
                {claims.sheetOnce} {claims.sheetBy(organisation)}
              </p>
            </div>
            <QrCode text={sheet.link} title={claims.qr(sheet.stallName)} />
          </section>
        ))}
      </div>
    </PrintPage>
  );
}

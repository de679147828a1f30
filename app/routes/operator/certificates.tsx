import { OperatorPage } from '~/components/layout/operator-page';
import { CertificateTable } from '~/components/operator/certificate-table';
import { EmptyState } from '~/components/ui/empty-state';
import { Pager } from '~/components/ui/pager';
import { certificateState } from '~/domain/training/certificate';
import { readNewestCertificates } from '~/domain/training/read-certificate.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { readPageNumber } from '~/web/page-number';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const A_PAGE = 50;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).certificates.operator.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'operator');
  const page = readPageNumber(new URL(args.request.url).searchParams);
  const found = await readNewestCertificates(app.db, { from: (page - 1) * A_PAGE, count: A_PAGE });
  const rows = found.slice(0, A_PAGE).map((certificate) => {
    const { id, code, stall, city, issuedAt } = certificate;
    return { id, code, stall, city, issuedAt, state: certificateState(certificate, now) };
  });
  return { rows, page, pages: found.length > A_PAGE ? page + 1 : page };
}

export default function Certificates() {
  const words = useWords().certificates.operator;
  const base = pathTo('/operator/sertifikat', useLanguage());
  const { rows, page, pages } = useLoaderData<typeof loader>();
  return (
    <OperatorPage title={words.title} lead={words.lead} current="home">
      {rows.length === 0 ? <EmptyState text={words.empty} /> : <CertificateTable rows={rows} base={base} />}
      <Pager page={page} pages={pages} hrefOf={(number) => `${base}?hal=${number}`} />
    </OperatorPage>
  );
}

import { PublicPage } from '~/components/layout/public-page';
import { CertificateView } from '~/components/training/certificate-view';
import { certificateState, readCertificateCode } from '~/domain/training/certificate';
import { readCertificate } from '~/domain/training/read-certificate.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).certificates.title} · Pestarasa` },
  // A name is on it: for who holds the number, not for search engines.
  { name: 'robots', content: 'noindex' },
];

/** What the sheet says and nothing else: neither ids nor who asked for it leave the server. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const code = readCertificateCode(args.params.code);
  const found = code && (await readCertificate(app.db, code));
  if (!found) throw answerNotFound();
  const { holder, stall, city, lessons, issuedAt, validUntil, revokedAt, revokedWhy } = found;
  return {
    certificate: { code: found.code, holder, stall, city, lessons, issuedAt, validUntil, revokedAt, revokedWhy },
    state: certificateState(found, now),
    origin: new URL(args.request.url).origin,
  };
}

/** Kept nowhere: a revocation counts at the next look. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export default function CertificatePage() {
  const { certificates } = useWords();
  return (
    <PublicPage title={certificates.title} width="narrow">
      <CertificateView {...useLoaderData<typeof loader>()} />
    </PublicPage>
  );
}

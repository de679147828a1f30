import { certificateSheet } from '~/components/training/certificate-sheet';
import { certificateState, readCertificateCode } from '~/domain/training/certificate';
import { drawCertificate } from '~/domain/training/draw-certificate.server';
import { readCertificate } from '~/domain/training/read-certificate.server';
import { wordsFor } from '~/i18n';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** The sheet to print. One that has run out or was revoked is not printed anew: its page says why. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const code = readCertificateCode(args.params.code);
  const found = code && (await readCertificate(app.db, code));
  if (!found) throw answerNotFound();
  if (certificateState(found, now) !== 'valid') return redirectTo(`/sertifikat/${found.code}`, language);
  const { origin } = new URL(args.request.url);
  const bytes = await drawCertificate(certificateSheet(found, { language, origin }));
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${wordsFor(language).certificates.fileName}-${found.code}.pdf"`,
      'Cache-Control': 'no-store',
    },
  });
}

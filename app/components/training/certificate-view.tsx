import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import { QrCode } from '~/components/ui/qr-code';
import { type CertificateState, lastValidDay } from '~/domain/training/certificate';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { certificateSheet, type PrintedCertificate } from './certificate-sheet';

export interface CertificateViewProps {
  certificate: PrintedCertificate & { revokedAt: number | null; revokedWhy: string | null };
  state: CertificateState;
  origin: string;
}

const TONES = { valid: 'good', expired: 'attention', revoked: 'problem' } as const;

/** Everything that is printed on the sheet, and what it is worth today. */
export function CertificateView({ certificate, state, origin }: CertificateViewProps) {
  const { certificates: words } = useWords();
  const language = useLanguage();
  const sheet = certificateSheet(certificate, { language, origin });
  const day = (value: number | string) => formatDate(value, HOUSE_ZONE, 'medium', language);
  const texts = {
    valid: () => words.stateTexts.valid(day(lastValidDay(certificate.validUntil))),
    expired: () => words.stateTexts.expired(day(certificate.validUntil)),
    revoked: () => words.stateTexts.revoked(day(certificate.revokedAt ?? 0), certificate.revokedWhy ?? ''),
  };
  return (
    <div className="stack">
      <Notice tone={TONES[state]} title={words.states[state]}>
        {texts[state]()}
      </Notice>
      <Card className="stack-tight">
        <p>{sheet.statement}</p>
        <DefinitionList items={sheet.rows.map(({ label, text }) => ({ term: label, value: text }))} />
        <QrCode text={sheet.address} title={words.qr} />
        <p className="soft">
          {sheet.check} {sheet.address}
        </p>
      </Card>
      <p>{words.compare}</p>
      <div className="ways no-print">
        {state === 'valid' ? (
          <ButtonLink variant="primary" icon="paper" href={pathTo(`/sertifikat/${certificate.code}/pdf`, language)}>
            {words.pdf}
          </ButtonLink>
        ) : null}
        <ButtonLink href={pathTo('/sertifikat', language)}>{words.find.again}</ButtonLink>
      </div>
    </div>
  );
}

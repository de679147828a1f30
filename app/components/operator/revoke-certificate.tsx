import { certificateSheet, type PrintedCertificate } from '~/components/training/certificate-sheet';
import { CertificateStateBadge } from '~/components/training/certificate-state';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { DefinitionList } from '~/components/ui/definition-list';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextArea } from '~/components/ui/text-area';
import type { CertificateState } from '~/domain/training/certificate';
import { REVOKED_WHY_MAX } from '~/domain/training/certificate-form';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';

export interface RevokeCertificateProps {
  certificate: PrintedCertificate & { revokedWhy: string | null };
  state: CertificateState;
  origin: string;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** A certificate as printed, and the form that takes it back. */
export function RevokeCertificate({ certificate, state, origin, failed }: RevokeCertificateProps) {
  const { certificates } = useWords();
  const language = useLanguage();
  const { rows } = certificateSheet(certificate, { language, origin });
  return (
    <div className="stack">
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      <div className="panes">
        <Card className="stack-tight">
          <p>
            <CertificateStateBadge state={state} /> {certificate.revokedWhy}
          </p>
          <DefinitionList items={rows.map(({ label, text }) => ({ term: label, value: text }))} />
          <p>
            <a href={pathTo(`/sertifikat/${certificate.code}`, language)}>{certificates.operator.publicPage}</a>
          </p>
        </Card>
        {state === 'valid' ? <RevokeForm failed={failed} /> : <p>{certificates.operator.ended}</p>}
      </div>
    </div>
  );
}

function RevokeForm({ failed }: Pick<RevokeCertificateProps, 'failed'>) {
  const words = useWords().certificates.operator;
  return (
    <Card title={words.revoke} className="stack-tight">
      <p>{words.revokeLead}</p>
      <Form errors={failed?.errors} typed={failed?.typed}>
        <TextArea name="why" label={words.why} hint={words.whyHint} rows={3} maxLength={REVOKED_WHY_MAX} />
        <ChoiceField
          name="again"
          label={words.again}
          choices={[
            { value: 'now', label: words.againNow },
            { value: 'later', label: words.againLater },
          ]}
        />
        <Button variant="danger">{words.revoke}</Button>
      </Form>
    </Card>
  );
}

import { Badge, type BadgeTone } from '~/components/ui/badge';
import type { CertificateState } from '~/domain/training/certificate';
import { useWords } from '~/i18n';

const TONES: Record<CertificateState, BadgeTone> = { valid: 'good', expired: 'attention', revoked: 'problem' };

export function CertificateStateBadge({ state }: { state: CertificateState }) {
  const { certificates } = useWords();
  return <Badge tone={TONES[state]}>{certificates.states[state]}</Badge>;
}

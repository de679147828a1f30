import { Badge, type BadgeTone } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import type { OwnSection } from '~/domain/merchants/read-sections.server';
import { type SectionState, VOUCHED } from '~/domain/merchants/section';
import { accountLabel } from '~/domain/wallet/payout-account';
import type { OwnPayoutAccounts } from '~/domain/wallet/read-payout-account.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { ReturnedSection } from './returned-section';

const TONES: Record<SectionState, BadgeTone> = { submitted: 'info', passed: 'good', returned: 'attention' };

export interface ReviewViewProps {
  merchantId: string;
  sections: readonly OwnSection[];
  /** Null for those who may not see the business's money. */
  accounts: OwnPayoutAccounts | null;
}

/** Where each section of a business stands; what came back is a task of its own. */
export function ReviewView({ merchantId, sections, accounts }: ReviewViewProps) {
  const { review } = useWords();
  const words = review.own;
  return (
    <div className="stack">
      {sections.length === 0 ? <EmptyState text={words.none} /> : null}
      {sections.map((section) =>
        section.state === 'returned' ? (
          <ReturnedSection key={section.section} merchantId={merchantId} section={section} at="review" />
        ) : (
          <Card key={section.section} title={review.sections[section.section]}>
            <p>
              <Badge tone={TONES[section.state]}>{review.states[section.state]}</Badge>
            </p>
            <SectionNote section={section} />
          </Card>
        ),
      )}
      {accounts ? <PayoutCard merchantId={merchantId} accounts={accounts} /> : null}
    </div>
  );
}

function SectionNote({ section }: { section: OwnSection }) {
  const words = useWords().review.own;
  const language = useLanguage();
  const { state, submittedAt, decidedAt, reason } = section;
  if (state === 'submitted') return <p>{words.submitted(formatDateTime(submittedAt, HOUSE_ZONE, language))}</p>;
  if (reason === VOUCHED) return <p>{words.vouched}</p>;
  return <p>{words.passed(formatDateTime(decidedAt ?? submittedAt, HOUSE_ZONE, language))}</p>;
}

function PayoutCard({ merchantId, accounts }: { merchantId: string; accounts: OwnPayoutAccounts }) {
  const { review } = useWords();
  const language = useLanguage();
  const shown = accounts.open ?? accounts.refused ?? accounts.inForce;
  return (
    <Card title={review.sections.payout}>
      <p>
        {shown ? (
          <>
            {accountLabel(shown)}{' '}
            <Badge tone={shown.state === 'in_force' ? 'good' : shown.state === 'refused' ? 'attention' : 'info'}>
              {review.accountStates[shown.state]}
            </Badge>
          </>
        ) : (
          review.own.payoutNone
        )}
      </p>
      <ButtonLink href={pathTo(`/usaha/${merchantId}/rekening`, language)}>{review.own.toPayout}</ButtonLink>
    </Card>
  );
}

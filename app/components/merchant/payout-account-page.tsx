import { MerchantPage } from '~/components/layout/merchant-page';
import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { accountLabel } from '~/domain/wallet/payout-account';
import type { OwnPayoutAccount, OwnPayoutAccounts } from '~/domain/wallet/read-payout-account.server';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatDate, formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { PayoutAccountForm } from './payout-account-form';

export interface PayoutAccountPageProps {
  merchant: { id: string; name: string };
  accounts: OwnPayoutAccounts;
  /** Each time one of the house was shown the whole number, newest first. */
  looks: readonly { id: string; at: number; name: string | null }[];
  /** What she can show that it is her with. */
  proof: 'pin' | 'code';
  hasPin: boolean;
  /** Masked; null = an account without a phone. */
  phone: string | null;
  isCodeSent: boolean;
  /** Where the development inbox is; null elsewhere. */
  inbox: string | null;
  /** Why no code was sent, where she has just asked for one. */
  codeRefused?: { text: string } | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** Where her money goes: the account in use, what waits or came back, and the form to propose another. */
export function PayoutAccountPage({ merchant, accounts, looks, failed, ...form }: PayoutAccountPageProps) {
  const { review } = useWords();
  const language = useLanguage();
  const words = review.payout;
  const { inForce, open, refused, restsUntil } = accounts;
  const base = pathTo(`/usaha/${merchant.id}`, language);
  return (
    <MerchantPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="sales"
      width="narrow"
      back={{ href: `${base}/dompet`, label: words.back }}
    >
      <div className="stack">
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        {refused ? <Refused account={refused} /> : null}
        <Card title={words.inForce}>{inForce ? <InForce account={inForce} /> : <p>{words.none}</p>}</Card>
        {open ? <Open account={open} base={base} hasOld={inForce !== null} /> : null}
        {restsUntil ? <Notice>{words.rests(formatDate(restsUntil, HOUSE_ZONE, 'long', language))}</Notice> : null}
        {open || restsUntil ? null : (
          <PayoutAccountForm base={base} isChange={inForce !== null} failed={failed} {...form} />
        )}
        {looks.length > 0 ? <NumberLooks looks={looks} /> : null}
      </div>
    </MerchantPage>
  );
}

function NumberLooks({ looks }: Pick<PayoutAccountPageProps, 'looks'>) {
  const { papers, review } = useWords();
  const language = useLanguage();
  return (
    <Card title={papers.whoSaw}>
      <p className="soft">{review.payout.looks}</p>
      <ul>
        {looks.map(({ id, at, name }) => (
          <li key={id}>
            {name ?? papers.noName}, {papers.rights.verifier}: {formatDateTime(at, HOUSE_ZONE, language)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function InForce({ account }: { account: OwnPayoutAccount }) {
  const words = useWords().review.payout;
  const language = useLanguage();
  return (
    <>
      <p>
        <strong>{accountLabel(account)}</strong>, {account.holder}
      </p>
      <p className="soft">
        {words.since(formatDateTime(account.inForceAt ?? account.proposedAt, HOUSE_ZONE, language))}
      </p>
    </>
  );
}

function Open({ account, base, hasOld }: { account: OwnPayoutAccount; base: string; hasOld: boolean }) {
  const { review } = useWords();
  const words = review.payout;
  return (
    <Card title={words.open}>
      <p>
        <strong>{accountLabel(account)}</strong>, {account.holder}
      </p>
      <p>
        <Badge tone="info">{review.accountStates[account.state]}</Badge>
      </p>
      {hasOld ? <p>{words.oldStays}</p> : null}
      <form method="post" action={`${base}/rekening/${account.id}/batal`}>
        <Button>{words.withdraw}</Button>
      </form>
    </Card>
  );
}

function Refused({ account }: { account: OwnPayoutAccount }) {
  const { review } = useWords();
  const { reason, fix } = account;
  return (
    <Notice tone="attention" title={`${review.payout.refused}: ${accountLabel(account)}`}>
      <p>
        {review.own.why}: {reason ? (review.accountReasons[reason] ?? reason) : ''}.
      </p>
      <p>
        {review.own.fix}: {fix}
      </p>
    </Notice>
  );
}

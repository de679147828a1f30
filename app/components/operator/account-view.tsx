import { Card } from '~/components/ui/card';
import { type Column, DataTable } from '~/components/ui/data-table';
import { Notice } from '~/components/ui/notice';
import { ACCOUNT_REASONS, bankName } from '~/domain/wallet/payout-account';
import type { AccountUnderReview } from '~/domain/wallet/read-payout-account.server';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { DecisionForms } from './decision-forms';
import { ReviewKeys } from './review-keys';
import { ReviewWays } from './section-view';

export interface AccountViewProps {
  account: AccountUnderReview;
  ownerName: string | null;
  /** Whether this verifier may still decide: it waits, and she has not checked it before. */
  isOpen: boolean;
  next: string | null;
  failed?: { errors: FieldErrors; typed: Record<string, string> };
}

/** A payout account under review: what is proposed beside what is in use, and the two ways to decide. */
export function AccountView({ account, ownerName, isOpen, next, failed }: AccountViewProps) {
  const { review } = useWords();
  const language = useLanguage();
  const { keys, account: words } = review;
  const { firstCheck, checksNeeded } = account;
  return (
    <ReviewKeys
      shortcuts={[
        ...(isOpen
          ? [
              { keys: ['L'], does: keys.pass },
              { keys: ['K'], does: keys.giveBack },
            ]
          : []),
        { keys: ['J'], does: keys.next },
        { keys: ['A'], does: keys.back },
      ]}
    >
      <Notice title={review.accountStates[account.state]}>
        <p>{checksNeeded === 2 ? words.changeNeeds : words.firstNeeds}</p>
        {firstCheck ? (
          <p>
            {words.firstBy(
              firstCheck.name ?? review.section.somebody,
              formatDateTime(firstCheck.at, HOUSE_ZONE, language),
            )}
          </p>
        ) : null}
      </Notice>
      <div className="panes">
        <Card title={review.section.declared}>
          <AccountLines account={account} ownerName={ownerName} />
        </Card>
        <div className="stack pane-stays">
          {isOpen ? (
            <DecisionForms
              passAction={pathTo(`/operator/rekening/${account.id}/lolos`, language)}
              reasons={ACCOUNT_REASONS.map((reason) => ({
                value: reason,
                label: review.accountReasons[reason] ?? reason,
              }))}
              words={words}
              failed={failed}
            />
          ) : null}
          <ReviewWays next={next} />
        </div>
      </div>
    </ReviewKeys>
  );
}

interface Line {
  field: string;
  now: string;
  before: string | null;
  isNumber?: boolean;
}

function AccountLines({ account, ownerName }: Pick<AccountViewProps, 'account' | 'ownerName'>) {
  const { review } = useWords();
  const words = review.account;
  const { before } = account;
  const empty = review.section.empty;
  const lines: Line[] = [
    { field: words.bank, now: bankName(account.bank), before: before && bankName(before.bank) },
    { field: words.number, now: account.number, before: before?.number ?? null, isNumber: true },
    { field: words.holder, now: account.holder, before: before?.holder ?? null },
    { field: words.owner, now: ownerName ?? empty, before: before && (ownerName ?? empty) },
  ];
  const columns: Column<Line>[] = [
    { key: 'field', header: review.section.field, kind: 'title', cell: ({ field }) => field },
    {
      key: 'now',
      header: words.now,
      cell: (line) => (
        <span className={line.isNumber ? 'review-number' : 'review-value'}>
          {line.before !== null && line.before !== line.now ? (
            <mark className="review-changed">{line.now}</mark>
          ) : (
            line.now
          )}
        </span>
      ),
    },
  ];
  if (before) columns.push({ key: 'before', header: words.before, cell: (line) => line.before });
  return (
    <DataTable
      caption={review.section.declared}
      hideCaption
      rows={lines}
      rowKey={({ field }) => field}
      columns={columns}
    />
  );
}

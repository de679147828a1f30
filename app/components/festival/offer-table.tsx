import { type Column, DataTable } from '~/components/ui/data-table';
import type { OfferLine } from '~/domain/festivals/read-offers.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import { OfferBadge } from './state-badge';

/** Offers with state and deadline, by booth. */
export function OfferTable({ offers, zone }: { offers: readonly OfferLine[]; zone: string }) {
  const { offers: words, booth } = useWords().festivals;
  const language = useLanguage();
  const columns: Column<OfferLine>[] = [
    { key: 'merchant', header: words.merchant, kind: 'title', cell: (one) => one.stallName },
    { key: 'booth', header: words.booth, cell: (one) => booth(one.booth) },
    { key: 'state', header: words.state, cell: (one) => <OfferBadge outcome={one.outcome} /> },
    {
      key: 'deadline',
      header: words.deadline,
      cell: ({ expiresAt }) => `${formatDate(expiresAt, zone, 'short', language)} ${formatTime(expiresAt, zone)}`,
    },
  ];
  return (
    <DataTable caption={words.caption} hideCaption columns={columns} rows={offers} rowKey={({ offerId }) => offerId} />
  );
}

import { type Column, DataTable } from '~/components/ui/data-table';
import { Money } from '~/components/ui/money';
import type { Purpose } from '~/domain/wallet/wallet';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface Movement {
  version: number;
  purpose: Purpose;
  amount: number;
  direction: 'in' | 'out';
  at: number;
}

/** Movements of an account in words, newest first. */
export function Movements({ lines, names }: { lines: readonly Movement[]; names: Partial<Record<Purpose, string>> }) {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.statement;
  const columns: Column<Movement>[] = [
    { key: 'what', header: words.what, kind: 'title', cell: ({ purpose }) => names[purpose] ?? purpose },
    { key: 'when', header: words.when, cell: ({ at }) => formatDateTime(at, HOUSE_ZONE, language) },
    {
      key: 'amount',
      header: words.amount,
      kind: 'number',
      cell: ({ amount, direction }) => <Money amount={direction === 'in' ? amount : -amount} signed />,
    },
  ];
  return <DataTable caption={words.caption} hideCaption columns={columns} rows={lines} rowKey={({ version }) => String(version)} />;
}

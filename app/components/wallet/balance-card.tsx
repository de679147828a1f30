import { Card } from '~/components/ui/card';
import { Money } from '~/components/ui/money';
import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

/** What can be spent now, large; what is held, in words. */
export function BalanceCard({ available, held }: { available: number; held: number }) {
  const { wallet } = useWords();
  return (
    <Card>
      <p className="wallet-balance-label">{wallet.home.available}</p>
      <p className="wallet-balance">
        <Money amount={available} strong />
      </p>
      {held > 0 ? <p>{wallet.home.held(formatRupiah(held))}</p> : null}
    </Card>
  );
}
